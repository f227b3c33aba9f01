"""LBFGS wants to evaluate the loss itself, and counts a missing gradient as 0."""

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


def backward_of(loss):
    loss.backward()
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
    print(f"step {step}: called {len(calls) - before} times, w {[round(value, 3) for value in w.tolist()]}")
    #> step 0: called 26 times, w [0.144, -0.005]
    #> step 1: called 25 times, w [1.0, 1.0]
    #> step 2: called 1 times, w [1.0, 1.0]

for history_size in (5, 10):
    w = nn.Parameter(torch.tensor([-1.0, 2.0]))
    optimizer = torch.optim.LBFGS([w], history_size=history_size, line_search_fn="strong_wolfe")
    optimizer.step(closure)
    kept = [vector.numel() for name in ("old_dirs", "old_stps") for vector in optimizer.state[w][name]]
    print(f"history_size {history_size}: keeps {sum(kept) // w.numel()} x the parameters")
    #> history_size 5: keeps 10 x the parameters
    #> history_size 10: keeps 20 x the parameters

a, b = (nn.Parameter(torch.tensor(value)) for value in (3.0, 1.0))
optimizer = torch.optim.LBFGS([a, b], lr=0.1, max_iter=1)
for uses_b in (True, True, False, False):
    before = b.item()
    optimizer.zero_grad()
    optimizer.step(lambda: backward_of((a - b) ** 2 + a**2 if uses_b else a**2))
    print(f"b has a gradient: {b.grad is not None!s:5} b moved: {b.item() != before}")
    #> b has a gradient: True  b moved: True
    #> b has a gradient: True  b moved: True
    #> b has a gradient: False b moved: True
    #> b has a gradient: False b moved: True
# --8<-- [end:lbfgs]
