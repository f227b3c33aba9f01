"""Transfer learning: freeze what is there, and put a new last layer in its place."""

# --8<-- [start:replace]
import torch
from torch import nn


class Pretrained(nn.Module):  # stands in for torchvision's resnet18: a body, and the last layer `fc`
    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(nn.Linear(4, 8), nn.ReLU())
        self.fc = nn.Linear(8, 1000)

    def forward(self, x):
        return self.fc(self.body(x))


net = Pretrained()
net.requires_grad_(False)  # freeze all of it
net.fc = nn.Linear(net.fc.in_features, 3)  # a new layer: 3 classes, and it is trained
optimizer = torch.optim.AdamW(p for p in net.parameters() if p.requires_grad)
print(tuple(net(torch.ones(2, 4)).shape), [name for name, p in net.named_parameters() if p.requires_grad])
#> (2, 3) ['fc.weight', 'fc.bias']

net.fc = nn.Identity()  # takes the last layer out: features come out
print(tuple(net(torch.ones(2, 4)).shape))
#> (2, 8)
# --8<-- [end:replace]
