"""gelsy, the default driver, once took over what an earlier matrix had left in memory."""

# --8<-- [start:stale_memory]
import torch

X = torch.zeros(2, 3, 3, dtype=torch.float64)
X[0] = torch.eye(3)  # of rank 3
X[1, 0, 1] = X[1, 1, 2] = 1.0  # of rank 2
y = torch.ones(2, 3, 1, dtype=torch.float64)
for driver in ("gelsd", "gelsy"):
    fit = torch.linalg.lstsq(X, y, driver=driver)
    print(f"{driver}: ranks {fit.rank.tolist()}, second solution {fit.solution[1, :, 0].abs().round(decimals=3).tolist()}")
    #> gelsd: ranks [3, 2], second solution [0.0, 1.0, 1.0]
    #> gelsy: ranks [3, 2], second solution [0.0, 1.0, 1.0]
# --8<-- [end:stale_memory]
