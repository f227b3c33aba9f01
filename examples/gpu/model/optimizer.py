"""An optimizer holds parameter objects: does moving the model keep them?"""

# --8<-- [start:setup]
import torch
from torch import nn

x = torch.ones(1, 2)
model = nn.Linear(2, 1, bias=False)
nn.init.ones_(model.weight)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)
# --8<-- [end:setup]

# --8<-- [start:optimizer]
weight = model.weight
model(x).sum().backward()
optimizer.step()  # the momentum is made here
model.to(torch.float64)
print("the same parameter object:", model.weight is weight)
#> the same parameter object: True
print("weight:", weight.dtype, "| momentum:", optimizer.state[weight]["momentum_buffer"].dtype)
#> weight: torch.float64 | momentum: torch.float32
# --8<-- [end:optimizer]

# --8<-- [start:new_objects]
model = nn.Linear(2, 1, bias=False, device="meta")
early = torch.optim.SGD(model.parameters(), lr=0.1)
model.load_state_dict({"weight": torch.ones(1, 2)}, assign=True)  # new parameter objects
late = torch.optim.SGD(model.parameters(), lr=0.1)
model(x).sum().backward()
early.step()
print("the early one's step:", [round(w, 2) for w in model.weight[0].tolist()])
#> the early one's step: [1.0, 1.0]
late.step()
print("the late one's step:", [round(w, 2) for w in model.weight[0].tolist()])
#> the late one's step: [0.9, 0.9]
# --8<-- [end:new_objects]
