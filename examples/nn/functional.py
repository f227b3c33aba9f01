"""A layer and its function compute the same, but eval() reaches the layer alone."""

# --8<-- [start:functional]
import torch
import torch.nn.functional as F
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.drop = nn.Dropout(0.5)

    def forward(self, x):
        return [
            nn.ReLU()(x).equal(F.relu(x)),
            bool((self.drop(x) == 0).any()),  # knows the mode of its model
            bool((F.dropout(x, 0.5) == 0).any()),  # training=True unless you say otherwise
            bool((F.dropout(x, 0.5, self.training) == 0).any()),
        ]


net = Net().eval()
same, *dropped = net(torch.ones(100))
print("relu is the same:", same, "nn.Dropout, F.dropout, F.dropout with self.training drop values:", dropped)
#> relu is the same: True nn.Dropout, F.dropout, F.dropout with self.training drop values: [False, True, False]
# --8<-- [end:functional]
