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
print([group["lr"] for group in optimizer.param_groups])
#> [0.001, 0.1]
for group in optimizer.param_groups:
    group["lr"] *= 0.5  # by hand, as a scheduler does
print([group["lr"] for group in optimizer.param_groups])
#> [0.0005, 0.05]
# --8<-- [end:groups]

# --8<-- [start:misspelled]
optimizer = torch.optim.SGD([{"params": head.parameters(), "weight_decya": 0.1}], lr=0.1)
print({name: optimizer.param_groups[0][name] for name in ("weight_decay", "weight_decya")})
#> {'weight_decay': 0, 'weight_decya': 0.1}
# --8<-- [end:misspelled]

# --8<-- [start:added]
optimizer = torch.optim.SGD(head.parameters(), lr=0.1)
optimizer.add_param_group({"params": body.parameters(), "lr": 0.01})
print([len(group["params"]) for group in optimizer.param_groups])
#> [2, 2]
try:
    optimizer.add_param_group({"params": [head.bias]})
except ValueError as error:
    print(error)
    #> some parameters appear in more than one parameter group
# --8<-- [end:added]
