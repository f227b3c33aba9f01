"""While an except block runs, the error still holds the tensors of the code that failed."""

# --8<-- [start:retry]
import weakref

import torch

seen = []


def step():
    activations = torch.ones(1000)
    seen.append(weakref.ref(activations))
    raise RuntimeError("CUDA out of memory")  # as it would be raised in the middle of a step


try:
    step()
except RuntimeError:
    print("within except, the tensors are freed:", seen[0]() is None)
    #> within except, the tensors are freed: False
print("after it, the tensors are freed:", seen[0]() is None)
#> after it, the tensors are freed: True
# --8<-- [end:retry]
