"""What a loss does with the losses of the samples: mean, sum, or nothing."""

# --8<-- [start:setup]
import warnings

import torch
import torch.nn.functional as F

y_hat, y = torch.tensor([[1.0, 2.0], [3.0, 5.0]]), torch.zeros(2, 2)  # (batch=2, outputs=2)
# --8<-- [end:setup]

# --8<-- [start:reduction]
for reduction in ("none", "sum", "mean"):
    print(reduction, F.mse_loss(y_hat, y, reduction=reduction).tolist())
    #> none [[1.0, 4.0], [9.0, 25.0]]
    #> sum 39.0
    #> mean 9.75
try:
    F.mse_loss(y_hat, y, reduction="average")
except ValueError as error:
    print(error)
    #> average is not a valid value for reduction
# --8<-- [end:reduction]

# --8<-- [start:batchmean]
log_p, q = y_hat.log_softmax(1), torch.full((2, 2), 0.5)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    mean = F.kl_div(log_p, q)
print(str(caught[0].message).split(".")[0])
#> reduction: 'mean' divides the total loss by both the batch size and the support size
by_definition = (q * (q.log() - log_p)).sum(1).mean()  # the sum over the classes, the mean over the batch
print(f"mean {mean:.4f}, batchmean {F.kl_div(log_p, q, reduction='batchmean'):.4f}, defined {by_definition:.4f}")
#> mean 0.1385, batchmean 0.2769, defined 0.2769
# --8<-- [end:batchmean]
