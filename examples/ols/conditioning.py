"""The normal equations square the condition number, and lose the digits that lstsq keeps."""

# --8<-- [start:conditioning]
import torch

t = torch.linspace(0, 1, 50, dtype=torch.float64)
X = torch.stack([t**power for power in range(11)], dim=1)  # (samples=50, features=11)
true = torch.ones(11, 1, dtype=torch.float64)
y = X @ true  # so the right answer is all ones

by_lstsq = torch.linalg.lstsq(X, y).solution
by_normal = torch.linalg.solve(X.T @ X, X.T @ y)
print("condition number of X over 1e7:", bool(torch.linalg.cond(X) > 1e7))
#> condition number of X over 1e7: True
print("lstsq within 1e-6:", torch.allclose(by_lstsq, true, atol=1e-6))
#> lstsq within 1e-6: True
print("normal equations within 1e-6:", torch.allclose(by_normal, true, atol=1e-6))
#> normal equations within 1e-6: False
# --8<-- [end:conditioning]
