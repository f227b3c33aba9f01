"""An ill-conditioned problem: the normal equations lose digits, and in float32 the solvers disagree."""

# --8<-- [start:conditioning]
import torch

t = torch.linspace(0, 1, 50, dtype=torch.float64)
X = torch.stack([t**power for power in range(11)], dim=1)  # (samples=50, features=11)
true = torch.ones(11, 1, dtype=torch.float64)
y = X @ true  # so the right answer is all ones, and the residual is 0
print(f"condition number of X: over 1e{torch.linalg.cond(X).log10().floor():.0f}")
#> condition number of X: over 1e7

by_lstsq = torch.linalg.lstsq(X, y, driver="gelsd").solution
by_normal = torch.linalg.solve(X.T @ X, X.T @ y)
print("lstsq within 1e-6:", torch.allclose(by_lstsq, true, atol=1e-6))
#> lstsq within 1e-6: True
print("normal equations within 1e-6:", torch.allclose(by_normal, true, atol=1e-6))
#> normal equations within 1e-6: False
# --8<-- [end:conditioning]

# --8<-- [start:disagree]
for dtype in (torch.float32, torch.float64):
    first, second = (torch.linalg.lstsq(X.to(dtype), y.to(dtype), driver=driver).solution for driver in ("gels", "gelsd"))
    print(f"{dtype}: gels and gelsd agree to 0.01:", torch.allclose(first, second, atol=0.01))
    #> torch.float32: gels and gelsd agree to 0.01: False
    #> torch.float64: gels and gelsd agree to 0.01: True
# --8<-- [end:disagree]
