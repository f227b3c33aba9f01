"""Least squares with a weight for each row: multiply the row by the square root of its weight."""

# --8<-- [start:weighted]
import torch

X = torch.tensor([[0.0, 1.0], [1.0, 1.0], [2.0, 1.0], [3.0, 1.0]]).double()  # (4, 2): x and a column of ones
y = torch.tensor([0.0, 1.0, 2.0, 9.0]).double()  # (4,): y = x, but for the last
for weight in (1.0, 0.01, 0.0):  # of the last row
    root = torch.tensor([1.0, 1.0, 1.0, weight]).double().sqrt()[:, None]  # (4, 1)
    slope, intercept = torch.linalg.lstsq(root * X, root * y[:, None], driver="gelsd").solution[:, 0]
    print(f"weight {weight}: slope {slope:.2f}, intercept {intercept:.2f}")
    #> weight 1.0: slope 2.80, intercept -1.20
    #> weight 0.01: slope 1.06, intercept -0.04
    #> weight 0.0: slope 1.00, intercept 0.00
# --8<-- [end:weighted]
