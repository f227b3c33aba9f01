"""The line with the least squared error, four ways."""

# --8<-- [start:setup]
import numpy as np
import torch
from sklearn.linear_model import LinearRegression

from torchmemo import fit_ols

x = torch.arange(20, dtype=torch.float64)[:, None]  # (samples=20, features=1)
wave = torch.tensor([1.0, -1.0], dtype=torch.float64).repeat(10)
y = 2 * x[:, 0] + 1 + wave  # (samples=20,), off the line by 1 to and fro
# --8<-- [end:setup]

# --8<-- [start:fit]
ones = torch.ones(20, 1, dtype=torch.float64)
design = torch.cat([x, ones], dim=1)  # (20, 2): the last coefficient is the intercept

by_lstsq = torch.linalg.lstsq(design, y[:, None]).solution[:, 0]
by_numpy = np.linalg.lstsq(design.numpy(), y.numpy(), rcond=None)[0]
by_sklearn = LinearRegression().fit(x.numpy(), y.numpy())
by_torchmemo = fit_ols(x, y)

print("torch.linalg.lstsq", f"{by_lstsq[0]:.6f} {by_lstsq[1]:.6f}")
#> torch.linalg.lstsq 1.984962 1.142857
print("numpy.linalg.lstsq", f"{by_numpy[0]:.6f} {by_numpy[1]:.6f}")
#> numpy.linalg.lstsq 1.984962 1.142857
print("LinearRegression  ", f"{by_sklearn.coef_[0]:.6f} {by_sklearn.intercept_:.6f}")
#> LinearRegression   1.984962 1.142857
print("torchmemo.fit_ols ", f"{by_torchmemo.coef[0]:.6f} {by_torchmemo.intercept:.6f}")
#> torchmemo.fit_ols  1.984962 1.142857
# --8<-- [end:fit]

# --8<-- [start:least]
errors = y - design @ by_lstsq  # observed minus predicted: the memo's "real" minus "approximate"
least = (errors**2).sum()
for change in ([0.01, 0.0], [0.0, 0.01], [-0.01, 0.01]):
    other = by_lstsq + torch.tensor(change, dtype=torch.float64)
    print(change, bool(((y - design @ other) ** 2).sum() > least))
    #> [0.01, 0.0] True
    #> [0.0, 0.01] True
    #> [-0.01, 0.01] True
print("at right angles:", (design.T @ errors).abs().max().item() < 1e-10)
#> at right angles: True
# --8<-- [end:least]
