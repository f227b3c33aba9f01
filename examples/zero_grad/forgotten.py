"""Without zero_grad(), plain gradient descent on a parabola overshoots and does not converge."""

# --8<-- [start:setup]
import torch


def descend(*, clear, lr=0.1, num_steps=100):
    w = torch.tensor(1.0, requires_grad=True)  # the loss w² is least at 0
    optimizer = torch.optim.SGD([w], lr=lr)
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
print("with zero_grad():", *(f"{w:+.2f}" for w in descend(clear=True)[:10]))
#> with zero_grad(): +0.80 +0.64 +0.51 +0.41 +0.33 +0.26 +0.21 +0.17 +0.13 +0.11
print("without:         ", *(f"{w:+.2f}" for w in descend(clear=False)[:10]))
#> without:          +0.80 +0.44 -0.01 -0.45 -0.81 -1.00 -1.00 -0.79 -0.43 +0.02

for lr, num_steps in ((0.1, 100), (0.01, 1000)):
    late = descend(clear=False, lr=lr, num_steps=num_steps)[num_steps // 2 :]
    print(f"without, lr {lr}, second half of {num_steps} steps: from {min(late):+.1f} to {max(late):+.1f}")
    #> without, lr 0.1, second half of 100 steps: from -1.0 to +1.0
    #> without, lr 0.01, second half of 1000 steps: from -1.0 to +1.0
# --8<-- [end:forgotten]
