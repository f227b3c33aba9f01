"""Sequential passes on one value: a layer that returns a tuple breaks the chain."""

# --8<-- [start:setup]
import torch
from torch import nn

x = torch.ones(4, 5, 2)  # (batch=4, steps=5, in=2)
# --8<-- [end:setup]

# --8<-- [start:one_input]
model = nn.Sequential(nn.LSTM(2, 3, batch_first=True), nn.Linear(3, 1))
try:
    model(x)
except TypeError as error:
    print(error)
    #> linear(): argument 'input' (position 1) must be Tensor, not tuple
try:
    nn.Sequential(nn.Bilinear(2, 2, 1))(x, x)
except TypeError as error:
    print(error)
    #> Sequential.forward() takes 2 positional arguments but 3 were given
# --8<-- [end:one_input]

# --8<-- [start:last_step]
class LastStep(nn.Module):
    def forward(self, output_and_state):
        output, _ = output_and_state  # output: (batch, steps, hidden)
        return output[:, -1]


model = nn.Sequential(nn.LSTM(2, 3, batch_first=True), LastStep(), nn.Linear(3, 1))
print(tuple(model(x).shape))
#> (4, 1)
# --8<-- [end:last_step]
