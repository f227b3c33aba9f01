"""Activation checkpointing: the forward pass is computed again, and has to come out alike."""

# --8<-- [start:recompute]
import torch
from torch import nn
from torch.utils.checkpoint import CheckpointError, checkpoint

layer, x = nn.Linear(2, 2), torch.ones(1, 2)
checkpoint(layer, x, use_reentrant=False).sum().backward()
print("gradient:", layer.weight.grad is not None)
#> gradient: True

calls = []


def changing(x):
    calls.append(len(calls))  # what the function does depends on how often it ran
    return layer(x).sin() if len(calls) == 1 else layer(x)


try:
    checkpoint(changing, x, use_reentrant=False).sum().backward()
except CheckpointError as error:
    print(str(error).splitlines()[0])
    #> torch.utils.checkpoint: A different number of tensors was saved during the original forward and recomputation.
# --8<-- [end:recompute]
