"""children() gives the layers of a model, and not what its forward does between them."""

# --8<-- [start:children]
import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv, self.pool, self.fc = nn.Conv2d(1, 2, 3), nn.AdaptiveAvgPool2d(1), nn.Linear(2, 3)

    def forward(self, x):
        return self.fc(self.pool(self.conv(x)).flatten(1))  # flatten is no layer


net, x = Net(), torch.ones(1, 1, 5, 5)  # (batch=1, channels=1, height=5, width=5)
try:
    nn.Sequential(*net.children())(x)
except RuntimeError as error:
    print(str(error).removeprefix("addmm: "))
    #> mat1 and mat2 shapes cannot be multiplied (2x1 and 2x3)
conv, pool, fc = net.children()
print("with Flatten, the same:", torch.equal(nn.Sequential(conv, pool, nn.Flatten(), fc)(x), net(x)))
#> with Flatten, the same: True
# --8<-- [end:children]
