"""Anomaly mode stops at the operation whose backward first gives nan."""

# --8<-- [start:setup]
import warnings

import torch
from torch.distributions import Categorical

warnings.filterwarnings("ignore", "Anomaly Detection has been enabled")
warnings.filterwarnings("ignore", "Error detected in")  # with the forward's own line: for people
x = torch.zeros(2, requires_grad=True)
# --8<-- [end:setup]

# --8<-- [start:anomaly]
with torch.autograd.detect_anomaly():
    loss = (x * 2).square().sum().sqrt() * 0
    try:
        loss.backward()
    except RuntimeError as error:
        print(error)
        #> Function 'SqrtBackward0' returned nan values in its 0th output.
# --8<-- [end:anomaly]

# --8<-- [start:nan_later]
broken = torch.tensor([[float("nan"), 1.0]])
for use in (lambda: torch.multinomial(broken, 1), lambda: Categorical(probs=broken, validate_args=True), lambda: int(broken[0, 0])):
    try:
        use()
    except (RuntimeError, ValueError) as error:
        print(str(error).split(" to satisfy")[0])
        #> probability tensor contains either `inf`, `nan` or element < 0
        #> Expected parameter probs (Tensor of shape (1, 2)) of distribution Categorical(probs: torch.Size([1, 2]))
        #> cannot convert float NaN to integer
print("first:", [name for name, value in {"x": x, "broken": broken}.items() if not value.isfinite().all()])
#> first: ['broken']
# --8<-- [end:nan_later]
