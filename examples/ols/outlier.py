"""One outlier turns the least-squares line; Huber's loss holds it."""

# --8<-- [start:setup]
import torch
from torch import nn

from torchmemo import fit_huber, fit_ols

x = torch.arange(20, dtype=torch.float64)[:, None]  # (samples=20, features=1)
y = 2 * x[:, 0] + 1 + torch.tensor([1.0, -1.0]).repeat(10)  # off the line by 1 to and fro
y_bad = y.clone()
y_bad[-1] += 300  # one sample of 20
# --8<-- [end:setup]

# --8<-- [start:outlier]
for name, target in (("clean", y), ("one outlier", y_bad)):
    fit = fit_ols(x, target)
    print(f"{name}: slope {fit.coef[0]:.2f}, intercept {fit.intercept:.2f}")
    #> clean: slope 1.98, intercept 1.14
    #> one outlier: slope 6.27, intercept -24.57
# --8<-- [end:outlier]

# --8<-- [start:huber]
for name, fit in (("Huber", fit_huber(x, y_bad, delta=1.0)), ("OLS", fit_ols(x, y_bad))):
    line = torch.tensor([fit.coef[0], fit.intercept], requires_grad=True)
    nn.HuberLoss(delta=1.0)(x[:, 0] * line[0] + line[1], y_bad).backward()
    print(f"{name}: slope {fit.coef[0]:.2f}, gradient of HuberLoss there {line.grad.abs().max():.4f}")
    #> Huber: slope 2.03, gradient of HuberLoss there 0.0000
    #> OLS: slope 6.27, gradient of HuberLoss there 5.5158
y_far = y.clone()
y_far[-1] += 3e8  # a million times farther
print(f"a million times farther: Huber {fit_huber(x, y_far).coef[0]:.2f}, OLS {fit_ols(x, y_far).coef[0]:.0f}")
#> a million times farther: Huber 2.03, OLS 4285716
# --8<-- [end:huber]

# --8<-- [start:delta]
residuals = y_bad - fit_huber(x, y_bad, delta=1.0).predict(x)
spread = (residuals - residuals.median()).abs().median() / 0.6745  # the standard deviation, outliers aside
fit = fit_huber(x, y_bad, delta=1.345 * spread.item())
print(f"spread {spread:.2f}, with outliers {residuals.std():.2f}; delta {1.345 * spread:.2f}, slope {fit.coef[0]:.2f}")
#> spread 0.85, with outliers 66.78; delta 1.15, slope 2.02
# --8<-- [end:delta]

# --8<-- [start:leverage]
x_bad = x.clone()
x_bad[-1] = 1000.0  # the outlier lies far out in x, not in y
design = torch.cat([x_bad, torch.ones_like(x_bad)], dim=1)
leverage = (design * torch.linalg.pinv(design).T).sum(dim=1)  # (20,), from 0 to 1 for each sample
print(f"leverage of the last sample {leverage[-1]:.3f}, of the others at most {leverage[:-1].max():.3f}")
#> leverage of the last sample 0.999, of the others at most 0.054
print(f"Huber with it: slope {fit_huber(x_bad, y).coef[0]:.2f}")
#> Huber with it: slope 0.02
kept = leverage < 0.5
print(f"OLS without it: slope {fit_ols(x_bad[kept], y[kept]).coef[0]:.2f}")
#> OLS without it: slope 2.00
# --8<-- [end:leverage]
