"""Parameter groups: an option of their own for some of the parameters."""

# --8<-- [start:setup]
import torch
from torch import nn

body, head = nn.Linear(2, 2), nn.Linear(2, 1)
# --8<-- [end:setup]

# --8<-- [start:groups]
optimizer = torch.optim.SGD(
    [{"params": body.parameters(), "lr": 0.001}, {"params": head.parameters()}],
    lr=0.1,  # for the groups that do not say
)
print("at first:", [group["lr"] for group in optimizer.param_groups])
#> at first: [0.001, 0.1]
for group in optimizer.param_groups:
    group["lr"] *= 0.5  # by hand, in the middle of training
print("halved:  ", [group["lr"] for group in optimizer.param_groups])
#> halved:   [0.0005, 0.05]

optimizer = torch.optim.SGD([{"params": head.parameters(), "weight_decya": 0.1}], lr=0.1)
print({name: optimizer.param_groups[0][name] for name in ("weight_decay", "weight_decya")})
#> {'weight_decay': 0, 'weight_decya': 0.1}
# --8<-- [end:groups]

# --8<-- [start:added]
schedulers = torch.optim.lr_scheduler
for scheduler_class, arguments in (
    (schedulers.StepLR, {"step_size": 1}),
    (schedulers.LambdaLR, {"lr_lambda": lambda n: 0.1**n}),
    (schedulers.OneCycleLR, {"max_lr": 0.1, "total_steps": 8, "cycle_momentum": False}),
):
    optimizer = torch.optim.SGD(head.parameters(), lr=0.1)
    scheduler = scheduler_class(optimizer, **arguments)
    optimizer.step()
    optimizer.add_param_group({"params": body.parameters(), "lr": 0.1})  # after the scheduler was made
    try:
        scheduler.step()
        print(f"{scheduler_class.__name__}: {[round(group['lr'], 4) for group in optimizer.param_groups]}")
        #> StepLR: [0.01, 0.01]
    except (KeyError, ValueError) as error:
        print(f"{scheduler_class.__name__}: {type(error).__name__}: {error}")
        #> LambdaLR: ValueError: zip() argument 2 is shorter than argument 1
        #> OneCycleLR: KeyError: 'initial_lr'

try:
    optimizer.add_param_group({"params": [head.bias]})
except ValueError as error:
    print(error)
    #> some parameters appear in more than one parameter group
# --8<-- [end:added]
