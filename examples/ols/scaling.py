"""In float32, features in unlike units lose their coefficients without an error."""

# --8<-- [start:setup]
import torch

from torchmemo import fit_ols

n = torch.arange(10_000, dtype=torch.float64)
income = 50_000 + 30_000 * torch.sin(n)  # (samples=10000,)
age = 45 + 15 * torch.cos(1.7 * n)
X = torch.stack([income, age, torch.ones_like(n)], dim=1)  # (10000, 3)
y = 0.001 * income + 2 * age + 5


def solve(X, y, scale=1.0, rcond=None):
    fit = torch.linalg.lstsq(X, y[:, None], rcond=rcond, driver="gelsd")
    income, age = (fit.solution[:2, 0] / scale).tolist()
    return f"income {income:.4f}, age {age:.4f}, rank {fit.rank} of {X.shape[1]}"
# --8<-- [end:setup]


# --8<-- [start:scaling]
print("float64:", solve(X, y))
#> float64: income 0.0010, age 2.0000, rank 3 of 3
print("float32:", solve(X.float(), y.float()))
#> float32: income 0.0026, age 0.0000, rank 1 of 3
print("float32, rcond=eps:", solve(X.float(), y.float(), rcond=torch.finfo(torch.float32).eps))
#> float32, rcond=eps: income 0.0010, age 2.0000, rank 3 of 3
# --8<-- [end:scaling]

# --8<-- [start:standardize]
features = X[:, :2]
scale = features.std(dim=0)
standardized = torch.cat([(features - features.mean(dim=0)) / scale, X[:, 2:]], dim=1)
print("float32, standardized:", solve(standardized.float(), y.float(), scale))
#> float32, standardized: income 0.0010, age 2.0000, rank 3 of 3
fit = fit_ols(features.float(), y.float())  # scales by itself
print(f"fit_ols in float32: income {fit.coef[0]:.4f}, age {fit.coef[1]:.4f}")
#> fit_ols in float32: income 0.0010, age 2.0000
# --8<-- [end:standardize]
