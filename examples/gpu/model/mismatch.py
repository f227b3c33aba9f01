"""A model on one device, an input on another."""

# --8<-- [start:mismatch]
import torch
from torch import nn

x = torch.ones(4, 2)
for model_device, x_device in [("meta", "cpu"), ("cpu", "meta")]:
    model = nn.Linear(2, 1, device=model_device)
    try:
        model(x.to(x_device))
    except RuntimeError as error:
        print(f"model on {model_device}, x on {x_device}: {error}")
        #> model on meta, x on cpu: Tensor on device meta is not on the expected device cpu!
        #> model on cpu, x on meta: Tensor on device cpu is not on the expected device meta!
# --8<-- [end:mismatch]
