"""Proximal steps find scikit-learn's Lasso, zeros included; a penalty in the loss finds no zero."""

# --8<-- [start:setup]
import torch
from sklearn.linear_model import Lasso
from torch import nn

from torchmemo import soft_threshold

rows = torch.arange(40, dtype=torch.float64)
X = torch.cos(rows[:, None] * torch.arange(1, 11))  # (samples=40, features=10)
true = torch.tensor([3.0, -2.0, 1.0] + [0.0] * 7, dtype=torch.float64)
y = X @ true + 0.1 * torch.sin(rows**2)


def train(*, proximal, strength, lr):
    w = nn.Parameter(torch.zeros(10, dtype=torch.float64))
    optimizer = torch.optim.SGD([w], lr=lr)
    for _ in range(1000):
        loss = nn.functional.mse_loss(X @ w, y)
        if not proximal:
            loss = loss + strength * w.abs().sum()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        if proximal:
            with torch.no_grad():
                w.copy_(soft_threshold(w, lr * strength))
    return w.detach()
# --8<-- [end:setup]

# --8<-- [start:lasso]
alpha = 0.1
lasso = Lasso(alpha=alpha, fit_intercept=False, tol=1e-14, max_iter=100_000).fit(X.numpy(), y.numpy())
by_sklearn = torch.from_numpy(lasso.coef_)
print("Lasso:", [round(value, 4) for value in by_sklearn[:4].tolist()], "zeros:", int((by_sklearn == 0).sum()))
#> Lasso: [2.7935, -1.8317, 0.7914, 0.0] zeros: 7
for strength in (alpha, 2 * alpha):
    w = train(proximal=True, strength=strength, lr=0.05)
    within = torch.allclose(w, by_sklearn, rtol=0, atol=1e-12)
    print(f"proximal, strength {strength}: zeros {int((w == 0).sum())}, equals Lasso {within}")
    #> proximal, strength 0.1: zeros 7, equals Lasso False
    #> proximal, strength 0.2: zeros 7, equals Lasso True
# --8<-- [end:lasso]

# --8<-- [start:threshold]
for lr in (0.05, 0.01):
    w = train(proximal=False, strength=2 * alpha, lr=lr)
    counts = {limit: int((w.abs() < limit).sum()) for limit in (1e-1, 1e-2, 1e-3, 1e-4)}
    print(f"penalty in the loss, lr {lr}: exact zeros {int((w == 0).sum())}, below", counts)
    #> penalty in the loss, lr 0.05: exact zeros 0, below {0.1: 7, 0.01: 6, 0.001: 2, 0.0001: 0}
    #> penalty in the loss, lr 0.01: exact zeros 0, below {0.1: 7, 0.01: 7, 0.001: 6, 0.0001: 2}
# --8<-- [end:threshold]

# --8<-- [start:units]
in_millimetres = X.clone()
in_millimetres[:, 0] *= 1000  # the strongest feature, in mm instead of m
fit = Lasso(alpha=alpha, fit_intercept=False).fit(in_millimetres.numpy(), y.numpy())
print(f"coefficient per mm: {fit.coef_[0]:.4f}, below 1e-2: {abs(fit.coef_[0]) < 1e-2}")
#> coefficient per mm: 0.0030, below 1e-2: True
print(f"per m: {1000 * fit.coef_[0]:.4f}, before: {by_sklearn[0]:.4f}")
#> per m: 2.9926, before: 2.7935
# --8<-- [end:units]
