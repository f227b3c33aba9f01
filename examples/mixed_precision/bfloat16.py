"""Why weights that are trained stay float32: bfloat16 loses small steps."""

# --8<-- [start:bfloat16]
import torch
from torch import nn

x = torch.ones(1, 1)
for dtype in [torch.float32, torch.bfloat16]:
    model = nn.Linear(1, 1, bias=False).to(dtype)
    nn.init.ones_(model.weight)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.001)
    for _ in range(100):
        optimizer.zero_grad()
        model(x.to(dtype)).sum().backward()  # the gradient is 1
        optimizer.step()
    print(f"{dtype}: weight after 100 steps of 0.001: {model.weight.item():.4f}")
    #> torch.float32: weight after 100 steps of 0.001: 0.9000
    #> torch.bfloat16: weight after 100 steps of 0.001: 1.0000
# --8<-- [end:bfloat16]
