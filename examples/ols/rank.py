"""Dependent columns: many fits are equally good, and each solver answers in its own way."""

# --8<-- [start:setup]
import torch

cm = torch.arange(150.0, 190.0)
heights = torch.stack([cm, cm / 2.54], dim=1)  # (samples=40, features=2): one height, in cm and in inches
weights = (cm - 100)[:, None]  # (samples=40, 1)
# --8<-- [end:setup]

# --8<-- [start:rank]
fit = torch.linalg.lstsq(heights, weights, driver="gelsd")
shortest = torch.linalg.pinv(heights) @ weights
other = fit.solution + torch.tensor([[1.0], [-2.54]])  # cm - 2.54 · inches = 0
print(f"rank {fit.rank} of {heights.shape[1]}")
#> rank 1 of 2
print("the same predictions:", torch.allclose(heights @ fit.solution, heights @ other, atol=1e-3))
#> the same predictions: True
for name, w in (("gelsd", fit.solution), ("pinv", shortest), ("another", other)):
    print(f"{name}: {w[0, 0]:.3f} per cm, {w[1, 0]:.3f} per inch, norm {w.norm():.3f}")
    #> gelsd: 0.357 per cm, 0.141 per inch, norm 0.384
    #> pinv: 0.357 per cm, 0.141 per inch, norm 0.384
    #> another: 1.357 per cm, -2.399 per inch, norm 2.757
# --8<-- [end:rank]

# --8<-- [start:wide]
wide = torch.tensor([[1.0, 2.0, 3.0]])  # (samples=1, features=3)
for driver in ("gelsd", "gels"):
    w = torch.linalg.lstsq(wide, torch.tensor([[14.0]]), driver=driver).solution
    print(f"{driver}: {[round(value, 4) for value in w[:, 0].tolist()]}, norm {w.norm():.4f}")
    #> gelsd: [1.0, 2.0, 3.0], norm 3.7417
    #> gels: [1.0, 2.0, 3.0], norm 3.7417
# --8<-- [end:wide]

# --8<-- [start:gels]
for driver in ("gelsd", "gelss", "gels"):
    w = torch.linalg.lstsq(heights, weights, driver=driver).solution  # none of them raises
    print(driver, "the shortest" if torch.allclose(w, shortest, atol=1e-3) else "WRONG")
    #> gelsd the shortest
    #> gelss the shortest
    #> gels WRONG
# --8<-- [end:gels]

# --8<-- [start:gels_error]
X = torch.tensor([[1.0, 0.0], [2.0, 0.0], [3.0, 0.0], [4.0, 0.0]])  # a feature that is always 0
y = torch.tensor([[1.0], [2.0], [4.0], [3.0]])
try:
    torch.linalg.lstsq(X, y, driver="gels")
except RuntimeError as error:
    print(error)
    #> torch.linalg.lstsq: The least squares solution could not be computed because the input matrix does not have full rank (error code: 2).
# --8<-- [end:gels_error]

# --8<-- [start:normal_equations]
for name, solve in (
    ("solve", lambda: torch.linalg.solve(X.T @ X, X.T @ y)),
    ("inv", lambda: torch.linalg.inv(X.T @ X) @ X.T @ y),
):
    try:
        solve()
    except RuntimeError as error:
        print(f"{name}: {error}")
        #> solve: torch.linalg.solve: The solver failed because the input matrix is singular.
        #> inv: linalg.inv: The diagonal element 2 is zero, the inversion could not be completed because the input matrix is singular.
# --8<-- [end:normal_equations]
