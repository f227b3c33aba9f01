"""A list of layers is unpacked into Sequential with a star."""

# --8<-- [start:from_list]
from torch import nn

layers = [nn.Linear(2, 2) for _ in range(3)]
try:
    nn.Sequential(layers)
except TypeError as error:
    print(error)
    #> list is not a Module subclass
model = nn.Sequential(*layers)  # the same as nn.Sequential(layers[0], layers[1], layers[2])
model.append(nn.Linear(2, 1))
print(len(model), "layers,", len(list(model.parameters())), "parameters")
#> 4 layers, 8 parameters
# --8<-- [end:from_list]

# --8<-- [start:edit]
model.insert(1, nn.ReLU())
model.pop(-1)
print([type(layer).__name__ for layer in model])
#> ['Linear', 'ReLU', 'Linear', 'Linear']
blocks = nn.ModuleList([nn.ModuleList([nn.Linear(2, 2), nn.ReLU()])])
print(len(list(blocks.parameters())), "parameters")
#> 2 parameters
# --8<-- [end:edit]
