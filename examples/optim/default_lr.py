"""The default learning rates, read from the signatures."""

# --8<-- [start:default_lr]
import inspect

from torch import optim

for optimizer_class in (optim.SGD, optim.Adam, optim.AdamW, optim.RMSprop, optim.Adagrad, optim.LBFGS):
    print(f"{optimizer_class.__name__}: {inspect.signature(optimizer_class).parameters['lr'].default}")
    #> SGD: 0.001
    #> Adam: 0.001
    #> AdamW: 0.001
    #> RMSprop: 0.01
    #> Adagrad: 0.01
    #> LBFGS: 1
# --8<-- [end:default_lr]
