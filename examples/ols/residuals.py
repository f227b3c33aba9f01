"""lstsq returns no residuals with gelsy, or where the rank is not full."""

# --8<-- [start:residuals]
import torch

X = torch.tensor([[1.0, 1.0], [2.0, 1.0], [3.0, 1.0], [4.0, 1.0]], dtype=torch.float64)  # (samples=4, columns=2)
y = torch.tensor([[1.0], [2.0], [4.0], [3.0]], dtype=torch.float64)
for name, columns, driver in (("gelsy", X, "gelsy"), ("gelsd", X, "gelsd"), ("dependent", X[:, [0, 0]], "gelsd")):
    fit = torch.linalg.lstsq(columns, y, driver=driver)
    by_hand = (y - columns @ fit.solution).square().sum()
    print(f"{name}: residuals {[round(value, 4) for value in fit.residuals.tolist()]}, by hand {by_hand:.4f}")
    #> gelsy: residuals [], by hand 1.8000
    #> gelsd: residuals [1.8], by hand 1.8000
    #> dependent: residuals [], by hand 1.9667
# --8<-- [end:residuals]
