"""Dependent columns: many fits are equally good, and each solver answers in its own way."""

# --8<-- [start:setup]
import torch

X = torch.tensor([[1.0, 2.0], [2.0, 1.0], [3.0, 5.0], [4.0, 3.0]])
X = torch.cat([X, X.sum(dim=1, keepdim=True)], dim=1)  # (samples=4, features=3), rank 2
y = torch.tensor([[1.0], [2.0], [4.0], [3.0]])  # (samples=4, 1)
# --8<-- [end:setup]

# --8<-- [start:rank]
print(int(torch.linalg.matrix_rank(X)), "independent columns of", X.shape[1])
#> 2 independent columns of 3
w = torch.linalg.lstsq(X, y).solution  # gelsy, the CPU's default
other = w + torch.tensor([[1.0], [1.0], [-1.0]])  # column 0 + column 1 - column 2 = 0
print("same predictions:", torch.allclose(X @ w, X @ other, atol=1e-5))
#> same predictions: True
print("lstsq gives the shorter:", bool(w.norm() < other.norm()))
#> lstsq gives the shorter: True
# --8<-- [end:rank]

# --8<-- [start:gels]
cm = torch.arange(150.0, 190.0)
heights = torch.stack([cm, cm / 2.54], dim=1)  # (samples=40, features=2): one height, in cm and in inches
weights = (cm - 100)[:, None]  # (samples=40, 1)
least_norm = torch.linalg.pinv(heights) @ weights
for driver in ("gelsy", "gelsd", "gelss", "gels"):
    w = torch.linalg.lstsq(heights, weights, driver=driver).solution  # none of the four raises
    right = torch.allclose(w, least_norm, atol=1e-3)
    print(driver, "right" if right else "WRONG")
    #> gelsy right
    #> gelsd right
    #> gelss right
    #> gels WRONG
# --8<-- [end:gels]

# --8<-- [start:gels_error]
constant = torch.tensor([[1.0, 0.0], [2.0, 0.0], [3.0, 0.0], [4.0, 0.0]])  # a feature that is always 0
try:
    torch.linalg.lstsq(constant, y, driver="gels")
except RuntimeError as error:
    print(error)
    #> torch.linalg.lstsq: The least squares solution could not be computed because the input matrix does not have full rank (error code: 2).
# --8<-- [end:gels_error]

# --8<-- [start:normal_equations]
XtX, Xty = constant.T @ constant, constant.T @ y
for name, solve in (("solve", lambda: torch.linalg.solve(XtX, Xty)), ("inv", lambda: torch.linalg.inv(XtX) @ Xty)):
    try:
        solve()
    except RuntimeError as error:
        print(f"{name}: {error}")
        #> solve: torch.linalg.solve: The solver failed because the input matrix is singular.
        #> inv: linalg.inv: The diagonal element 2 is zero, the inversion could not be completed because the input matrix is singular.
# --8<-- [end:normal_equations]
