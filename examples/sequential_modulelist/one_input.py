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

# --8<-- [start:two_inputs]
class Inputs(nn.Sequential):
    def forward(self, *inputs):
        for layer in self:
            inputs = layer(*inputs)
            inputs = inputs if isinstance(inputs, tuple) else (inputs,)
        return inputs[0] if len(inputs) == 1 else inputs


model = Inputs(nn.Bilinear(2, 2, 3), nn.ReLU(), nn.Linear(3, 1))
print("two inputs:", tuple(model(x, x).shape))
#> two inputs: (4, 5, 1)
# --8<-- [end:two_inputs]


# --8<-- [start:last_step]
class LastState(nn.Module):
    def forward(self, output_and_state):
        _, (h, _) = output_and_state  # h: (layers, batch, hidden), the state after the last step
        return h[-1]


model = nn.Sequential(nn.LSTM(2, 3, batch_first=True), LastState(), nn.Linear(3, 1))
print("one of several:", tuple(model(x).shape))
#> one of several: (4, 1)
output, (h, _) = nn.LSTM(2, 3, batch_first=True, bidirectional=True)(x)  # output: (4, 5, 2 * 3), h: (2, 4, 3)
print("output[:, -1] is h, forward:", torch.allclose(output[:, -1, :3], h[0]))
#> output[:, -1] is h, forward: True
print("output[:, -1] is h, backward:", torch.allclose(output[:, -1, 3:], h[1]))
#> output[:, -1] is h, backward: False
# --8<-- [end:last_step]
