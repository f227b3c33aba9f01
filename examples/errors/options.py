"""Options that an optimizer or a scheduler does not take."""

# --8<-- [start:options]
import torch
from torch.optim import SGD, Adagrad, Adam, lr_scheduler

p = torch.ones(1, requires_grad=True)
calls = [
    lambda: Adam([p], lr=-1e-3),
    lambda: Adam([p], betas=(0.9, 1.0)),  # from 0 to below 1
    lambda: SGD([p], learning_rate=0.1),  # lr=
    lambda: lr_scheduler.StepLR(p, 10),  # the optimizer, not what it trains
    lambda: lr_scheduler.LambdaLR(SGD([p], lr=0.1), [float, float]),  # one group, two functions
    lambda: lr_scheduler.OneCycleLR(SGD([p], lr=0.1), max_lr=1.0),  # how many steps? epochs * len(loader)
    lambda: lr_scheduler.CyclicLR(Adagrad([p]), 0.1, 1.0),  # no momentum to cycle: cycle_momentum=False
]
for call in calls:
    try:
        call()
    except (TypeError, ValueError) as error:
        print(error)
        #> Invalid learning rate: -0.001
        #> Invalid beta parameter at index 1: 1.0
        #> SGD.__init__() got an unexpected keyword argument 'learning_rate'
        #> Tensor is not an Optimizer
        #> Expected 1 lr_lambdas, but got 2
        #> You must define either total_steps OR (epochs AND steps_per_epoch)
        #> optimizer must support momentum or beta1 with `cycle_momentum` option enabled
# --8<-- [end:options]
