"""A model on one device, an input on another."""

# --8<-- [start:mismatch]
import torch
from torch import nn

x = torch.ones(4, 2)
for model_device, x_device in [("meta", "cpu"), ("cpu", "meta")]:
    for bias in [True, False]:
        model = nn.Linear(2, 1, bias=bias, device=model_device)
        try:
            model(x.to(x_device))
            outcome = "no error"
        except RuntimeError as error:
            outcome = str(error)
        print(f"model on {model_device}, x on {x_device}, bias {bias}: {outcome}")
        #> model on meta, x on cpu, bias True: Tensor on device meta is not on the expected device cpu!
        #> model on meta, x on cpu, bias False: no error
        #> model on cpu, x on meta, bias True: Tensor on device cpu is not on the expected device meta!
        #> model on cpu, x on meta, bias False: no error
# --8<-- [end:mismatch]
