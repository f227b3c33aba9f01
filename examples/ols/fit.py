"""The line with the least squared error, in one call; scikit-learn and torchmemo find the same."""

# --8<-- [start:setup]
import torch
from sklearn.linear_model import LinearRegression

from torchmemo import fit_ols

x = torch.arange(20.0)[:, None]  # (samples=20, features=1)
y = 2 * x[:, 0] + 1 + torch.tensor([1.0, -1.0]).repeat(10)  # (samples=20,), off the line by 1 to and fro
# --8<-- [end:setup]

# --8<-- [start:fit]
X = torch.cat([x, torch.ones(20, 1)], dim=1).double()  # (20, 2): a column of ones for the intercept
fit = torch.linalg.lstsq(X, y[:, None].double(), driver="gelsd")
slope, intercept = fit.solution[:, 0]
print(f"slope {slope:.4f}, intercept {intercept:.4f}, rank {fit.rank} of {X.shape[1]}")
#> slope 1.9850, intercept 1.1429, rank 2 of 2
# --8<-- [end:fit]

# --8<-- [start:same]
by_sklearn = LinearRegression().fit(x.numpy(), y.numpy())
by_torchmemo = fit_ols(x, y)
print(f"LinearRegression: {by_sklearn.coef_[0]:.4f} {by_sklearn.intercept_:.4f}")
#> LinearRegression: 1.9850 1.1429
print(f"fit_ols:          {by_torchmemo.coef[0]:.4f} {by_torchmemo.intercept:.4f}")
#> fit_ols:          1.9850 1.1429
# --8<-- [end:same]

# --8<-- [start:least]
for name, coefficients in (("lstsq", fit.solution[:, 0]), ("true line", torch.tensor([2.0, 1.0]).double())):
    residuals = y - X @ coefficients  # (20,), observed minus predicted
    products = (X.T @ residuals).abs().round(decimals=6)  # one for each column
    print(f"{name}: sum of squares {(residuals**2).sum():.4f}, products with the columns {products.tolist()}")
    #> lstsq: sum of squares 19.8496, products with the columns [0.0, 0.0]
    #> true line: sum of squares 20.0000, products with the columns [10.0, 0.0]
# --8<-- [end:least]
