"""Dropout alone can stay on in evaluation, beside batch normalization that does not."""

# --8<-- [start:monte_carlo]
import torch
from torch import nn

net = nn.Sequential(nn.Linear(2, 64), nn.BatchNorm1d(64), nn.Dropout(0.5), nn.Linear(64, 1)).eval()
x = torch.ones(1, 2)  # a batch of one, which batch normalization refuses in train()
for name in ("eval()", "dropout in train()"):
    with torch.no_grad():
        outputs = torch.cat([net(x) for _ in range(50)])
    print(f"{name}: the outputs differ: {outputs.unique().numel() > 1}")
    #> eval(): the outputs differ: False
    #> dropout in train(): the outputs differ: True
    for module in net.modules():
        if isinstance(module, nn.Dropout):
            module.train()
# --8<-- [end:monte_carlo]
