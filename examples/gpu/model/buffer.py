"""A tensor that is a plain attribute stays behind; a buffer moves; a layer made in forward is none of the model's."""

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

# --8<-- [start:in_forward]
class Late(nn.Module):
    def forward(self, x):  # (batch, 2) -> (batch, 1)
        return nn.Linear(2, 1)(x)  # a new layer at each call, on the CPU


late, x = Late(), torch.ones(4, 2)
print("parameters:", len(list(late.parameters())), "| the same output twice:", torch.equal(late(x), late(x)))
#> parameters: 0 | the same output twice: False
# --8<-- [end:in_forward]
