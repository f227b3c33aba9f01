"""Moving a model to the GPU keeps its parameter objects, and leaves the optimizer's state behind.

Requires: cuda
"""

# --8<-- [start:optimizer_cuda]
import torch
from torch import nn

model = nn.Linear(2, 1)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)
weight = model.weight
model(torch.ones(1, 2)).sum().backward()
optimizer.step()  # the momentum is made on the CPU
model.to("cuda")
print("the same parameter object:", model.weight is weight, "| its gradient:", weight.grad.device.type)
#? the same parameter object: True | its gradient: cuda
try:
    optimizer.step()
except RuntimeError as error:
    print(str(error).split(" and ")[0])
    #? Tensors of the same index must be on the same device
optimizer.load_state_dict(optimizer.state_dict())  # loading puts the state where the parameters are
print("after loading:", optimizer.state[weight]["momentum_buffer"].device.type)
#? after loading: cuda
# --8<-- [end:optimizer_cuda]
