"""mixed_precision wraps the model's forward in autocast."""

# --8<-- [start:precision]
import torch
from accelerate import Accelerator
from torch import nn

accelerator = Accelerator(mixed_precision="bf16", cpu=True)  # cpu: for this page
net = nn.Sequential(nn.Linear(2, 1))
net[0].register_forward_hook(lambda module, args, output: print("within the model:", output.dtype))
#> within the model: torch.bfloat16
model = accelerator.prepare(net)
print("what comes out:", model(torch.ones(1, 2)).dtype, "| weights:", net[0].weight.dtype)
#> what comes out: torch.float32 | weights: torch.float32
# --8<-- [end:precision]
