"""A tensor that is a plain attribute stays behind; a buffer moves."""

# --8<-- [start:setup]
import torch
from torch import nn


class Shift(nn.Module):
    def __init__(self):
        super().__init__()
        self.plain = torch.ones(2)
        self.register_buffer("saved", torch.ones(2))
        self.register_buffer("unsaved", torch.ones(2), persistent=False)

    def forward(self, x):  # (batch, 2) -> (batch, 2)
        return x + self.saved + self.unsaved + self.plain


# --8<-- [end:setup]

# --8<-- [start:buffer]
net = Shift().to("meta")
for name in ["plain", "saved", "unsaved"]:
    print(f"{name}: {getattr(net, name).device}, in the state_dict: {name in net.state_dict()}")
    #> plain: cpu, in the state_dict: False
    #> saved: meta, in the state_dict: True
    #> unsaved: meta, in the state_dict: False
try:
    net(torch.ones(4, 2, device="meta"))
except RuntimeError as error:
    print(error)
    #> Tensor on device cpu is not on the expected device meta!
# --8<-- [end:buffer]
