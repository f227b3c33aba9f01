"""What a least-squares fit costs, counted in operations rather than in seconds."""

# --8<-- [start:cost]
import torch
from torch.utils.flop_counter import FlopCounterMode


def triangle(X):
    """Return R of X = QR by Householder reflections, the method of the drivers gels and gelsy."""
    R = X.clone()  # (samples, features)
    for k in range(X.shape[1]):  # one reflection for each column
        v = R[k:, k : k + 1].clone()  # (samples - k, 1)
        v[0] += v.norm() * (1 if v[0] >= 0 else -1)
        R[k:, k:] -= v @ (v.T @ R[k:, k:]) * (2 / v.square().sum())  # changes all columns from k on
    return R[: X.shape[1]]


for samples, features in ((1000, 20), (2000, 20), (1000, 40)):
    X = torch.cos(torch.outer(torch.arange(1.0, samples + 1), torch.arange(1.0, features + 1))).double()
    with FlopCounterMode(display=False) as counter:
        R = triangle(X)
    as_torch = torch.allclose(R.abs(), torch.linalg.qr(X).R.abs(), atol=1e-6)
    print(f"{samples} x {features}: {counter.get_total_flops() / 1e6:.1f} million operations, R as torch's: {as_torch}")
    #> 1000 x 20: 0.8 million operations, R as torch's: True
    #> 2000 x 20: 1.7 million operations, R as torch's: True
    #> 1000 x 40: 3.2 million operations, R as torch's: True
# --8<-- [end:cost]
