"""One outlier turns the least-squares line; Huber's loss holds it."""

# --8<-- [start:setup]
import torch

from torchmemo import fit_huber, fit_ols

x = torch.arange(20, dtype=torch.float64)[:, None]  # (samples=20, features=1)
y = 2 * x[:, 0] + 1
y_bad = y.clone()
y_bad[-1] += 300  # one sample of 20
# --8<-- [end:setup]

# --8<-- [start:outlier]
for name, target in (("clean", y), ("one outlier", y_bad)):
    fit = fit_ols(x, target)
    print(f"{name}: slope {fit.coef[0]:.2f}, intercept {fit.intercept:.2f}")
    #> clean: slope 2.00, intercept 1.00
    #> one outlier: slope 6.29, intercept -24.71
# --8<-- [end:outlier]

# --8<-- [start:huber]
fit = fit_huber(x, y_bad, delta=1.0)
print(f"Huber: slope {fit.coef[0]:.2f}, intercept {fit.intercept:.2f}")
#> Huber: slope 2.02, intercept 0.89
loss_fn = torch.nn.HuberLoss(delta=1.0)
print(f"torch's HuberLoss there: {loss_fn(fit.predict(x), y_bad):.2f}")
#> torch's HuberLoss there: 14.97
print(f"and on the least-squares line: {loss_fn(fit_ols(x, y_bad).predict(x), y_bad):.2f}")
#> and on the least-squares line: 32.95
# --8<-- [end:huber]

# --8<-- [start:leverage]
x_bad = x.clone()
x_bad[-1] = 1000.0  # the outlier lies far out in x, not in y
fit = fit_huber(x_bad, y, delta=1.0)
print(f"Huber: slope {fit.coef[0]:.2f}, intercept {fit.intercept:.2f}")
#> Huber: slope 0.02, intercept 18.73
# --8<-- [end:leverage]
