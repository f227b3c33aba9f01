"""Without zero_grad(), gradient descent overshoots for ever."""

# --8<-- [start:setup]
import torch


def descend(clear, num_steps=100):
    w = torch.tensor(1.0, requires_grad=True)  # the loss w² is least at 0
    optimizer = torch.optim.SGD([w], lr=0.1)
    path = []
    for _ in range(num_steps):
        if clear:
            optimizer.zero_grad()
        (w**2).backward()
        optimizer.step()
        path.append(w.item())
    return path
# --8<-- [end:setup]


# --8<-- [start:forgotten]
for clear in (True, False):
    path = descend(clear)
    furthest = max(map(abs, path[-20:]))  # of the last 20 steps
    print(clear, " ".join(f"{w:+.2f}" for w in path[:8]), "...", f"{furthest:.2f}")
    #> True +0.80 +0.64 +0.51 +0.41 +0.33 +0.26 +0.21 +0.17 ... 0.00
    #> False +0.80 +0.44 -0.01 -0.45 -0.81 -1.00 -1.00 -0.79 ... 1.03
# --8<-- [end:forgotten]
