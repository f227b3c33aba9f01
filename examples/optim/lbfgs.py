"""LBFGS wants to evaluate the loss itself."""

# --8<-- [start:setup]
import torch
from torch import nn

w = nn.Parameter(torch.tensor([-1.0, 2.0]))
optimizer = torch.optim.LBFGS([w], line_search_fn="strong_wolfe")
calls = []


def closure():
    optimizer.zero_grad()
    loss = (1 - w[0]) ** 2 + 100 * (w[1] - w[0] ** 2) ** 2  # least at (1, 1)
    loss.backward()
    calls.append(loss.item())
    return loss
# --8<-- [end:setup]

# --8<-- [start:lbfgs]
try:
    optimizer.step()
except TypeError as error:
    print(error)
    #> LBFGS.step() missing 1 required positional argument: 'closure'
for step in range(3):
    before = len(calls)
    optimizer.step(closure)
    print(f"step {step}: {len(calls) - before} evaluations, w {[round(value, 3) for value in w.tolist()]}")
    #> step 0: 26 evaluations, w [0.144, -0.005]
    #> step 1: 25 evaluations, w [1.0, 1.0]
    #> step 2: 1 evaluations, w [1.0, 1.0]
# --8<-- [end:lbfgs]
