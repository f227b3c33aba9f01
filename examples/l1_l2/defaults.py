"""The default weight decay, read from the signatures."""

# --8<-- [start:defaults]
import inspect

from torch.optim import SGD, Adam, AdamW

for optimizer_class in (SGD, Adam, AdamW):
    default = inspect.signature(optimizer_class).parameters["weight_decay"].default
    print(optimizer_class.__name__, default)
    #> SGD 0
    #> Adam 0
    #> AdamW 0.01
# --8<-- [end:defaults]
