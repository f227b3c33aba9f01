"""One nan in the data makes every weight nan, in one step."""

# --8<-- [start:nan_data]
import torch
from torch import nn

torch.manual_seed(0)
x, y = torch.randn(100, 3), torch.randn(100, 1)
x[42, 1] = float("nan")  # an empty cell of a table, say
model = nn.Linear(3, 1)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
nn.functional.mse_loss(model(x), y).backward()
optimizer.step()
print("weights that are nan:", model.weight.isnan().sum().item(), "of", model.weight.numel())
#> weights that are nan: 3 of 3
bad = (~x.isfinite()).any(dim=1)  # (samples,)
print("samples to look at:", bad.nonzero().flatten().tolist())
#> samples to look at: [42]
# --8<-- [end:nan_data]
