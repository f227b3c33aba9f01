"""Why a penalty in the loss leaves no exact zero, and the proximal step does."""

# --8<-- [start:setup]
import torch
from torch import nn

from torchmemo import soft_threshold

lr, strength = 0.1, 0.5
w = nn.Parameter(torch.tensor(0.0))  # 0 is the minimum of (w - 0.3)² / 2 + 0.5 |w|
optimizer = torch.optim.SGD([w], lr=lr)
# --8<-- [end:setup]

# --8<-- [start:subgradient]
path = []
for _ in range(6):
    loss = (w - 0.3) ** 2 / 2 + strength * w.abs()
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    path.append(f"{w.item():.4f}")
print("penalty in the loss:", *path)
#> penalty in the loss: 0.0300 0.0070 -0.0137 0.0677 0.0409 0.0168
# --8<-- [end:subgradient]

# --8<-- [start:proximal]
path = []
for _ in range(6):
    loss = (w - 0.3) ** 2 / 2  # the penalty is not in the loss
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    with torch.no_grad():
        w.copy_(soft_threshold(w, lr * strength))
    path.append(f"{w.item():.4f}")
print("soft threshold:     ", *path)
#> soft threshold:      0.0000 0.0000 0.0000 0.0000 0.0000 0.0000
# --8<-- [end:proximal]

# --8<-- [start:adaptive]
goal = torch.tensor([2.0, 0.3])  # with L1 of strength 0.5 the answer is [1.5, 0]
for optimizer_class, options, threshold in (
    (torch.optim.SGD, {}, lr * strength),
    (torch.optim.SGD, {"momentum": 0.9}, lr * strength),
    (torch.optim.SGD, {"momentum": 0.9}, lr * strength / (1 - 0.9)),
    (torch.optim.Adam, {}, lr * strength),
):
    pair = nn.Parameter(goal.clone())
    optimizer = optimizer_class([pair], lr=lr, **options)
    for _ in range(500):
        loss = ((pair - goal) ** 2).sum() / 2
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        with torch.no_grad():
            pair.copy_(soft_threshold(pair, threshold))
    print(f"{optimizer_class.__name__} {options}, threshold {threshold:.2f}:", [f"{value:.2f}" for value in pair.tolist()])
    #> SGD {}, threshold 0.05: ['1.50', '0.00']
    #> SGD {'momentum': 0.9}, threshold 0.05: ['1.95', '0.25']
    #> SGD {'momentum': 0.9}, threshold 0.50: ['1.50', '0.00']
    #> Adam {}, threshold 0.05: ['2.00', '0.30']
# --8<-- [end:adaptive]

# --8<-- [start:softshrink]
values = torch.tensor([-2.0, 0.3, 0.5, 2.0])
print("soft_threshold:", soft_threshold(values, 0.5).tolist())
#> soft_threshold: [-1.5, 0.0, 0.0, 1.5]
print("softshrink:    ", nn.functional.softshrink(values, 0.5).tolist())
#> softshrink:     [-1.5, 0.0, 0.0, 1.5]
print("by element:    ", soft_threshold(values, torch.tensor([0.0, 0.5, 0.5, 0.5])).tolist())
#> by element:     [-2.0, 0.0, 0.0, 1.5]
# --8<-- [end:softshrink]

# --8<-- [start:inplace]
try:
    w.copy_(soft_threshold(w, lr * strength))  # without torch.no_grad()
except RuntimeError as error:
    print(error)
    #> a leaf Variable that requires grad is being used in an in-place operation.
# --8<-- [end:inplace]
