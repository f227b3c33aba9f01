"""Trained in eval mode, or judged in train mode: dropout and BatchNorm do the other thing."""

# --8<-- [start:setup]
import torch
from torch import nn

torch.manual_seed(0)
model = nn.Sequential(nn.Linear(8, 32), nn.BatchNorm1d(32), nn.ReLU(), nn.Dropout(0.5), nn.Linear(32, 1))
x = torch.randn(16, 8)
# --8<-- [end:setup]

# --8<-- [start:modes]
def state(model):
    return {type(m).__name__: m.training for m in model.modules() if isinstance(m, (nn.Dropout, nn.BatchNorm1d))}


print("train():", state(model), "the same twice:", torch.equal(model(x), model(x)))
#> train(): {'BatchNorm1d': True, 'Dropout': True} the same twice: False
model.eval()
print("eval(): ", state(model), "the same twice:", torch.equal(model(x), model(x)))
#> eval():  {'BatchNorm1d': False, 'Dropout': False} the same twice: True
model.train()  # back, before the next training step
# --8<-- [end:modes]
