"""Shapes are checked when data flows, and trace_shapes shows how far it came."""

# --8<-- [start:setup]
import torch
from torch import nn

from torchmemo import trace_shapes

model = nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Linear(4, 1))  # 3 does not fit 4: no error yet
# --8<-- [end:setup]

# --8<-- [start:mismatch]
try:
    model(torch.ones(1, 2))
except RuntimeError as error:
    print(str(error).removeprefix("addmm: "))
    #> mat1 and mat2 shapes cannot be multiplied (1x3 and 4x1)
fits = nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Linear(3, 1))
print("(4, 5, 2) ->", tuple(fits(torch.ones(4, 5, 2)).shape))  # Linear looks at the last dimension alone
#> (4, 5, 2) -> (4, 5, 1)
# --8<-- [end:mismatch]

# --8<-- [start:trace]
try:
    trace_shapes(model, torch.ones(1, 2))
except RuntimeError as error:
    for note in error.__notes__:
        print(note)
        #> 0 Linear: ((1, 2),) -> (1, 3)
        #> 1 ReLU: ((1, 3),) -> (1, 3)
        #> 2 Linear: ((1, 3),) -> error
# --8<-- [end:trace]

# --8<-- [start:whole]
cnn = nn.Sequential(nn.Conv2d(1, 4, 3), nn.MaxPool2d(2), nn.Flatten())
for at in trace_shapes(cnn, torch.ones(8, 1, 28, 28)):  # (batch, channels, height, width)
    print(at.name, at.layer, at.inputs[0], "->", at.output)
    #> 0 Conv2d (8, 1, 28, 28) -> (8, 4, 26, 26)
    #> 1 MaxPool2d (8, 4, 26, 26) -> (8, 4, 13, 13)
    #> 2 Flatten (8, 4, 13, 13) -> (8, 676)
# --8<-- [end:whole]

# --8<-- [start:lazy]
model = nn.Sequential(nn.Conv2d(1, 4, 3), nn.MaxPool2d(2), nn.Flatten(), nn.LazyLinear(10))
model(torch.ones(8, 1, 28, 28))  # the first call sets the size; make the optimizer after it
print(model[-1])
#> Linear(in_features=676, out_features=10, bias=True)
# --8<-- [end:lazy]
