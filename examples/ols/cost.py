"""What a least-squares fit costs, counted in operations rather than in seconds."""

# --8<-- [start:cost]
import torch
from torch.utils.flop_counter import FlopCounterMode

for samples, features in ((1000, 10), (2000, 10), (1000, 20)):
    X = torch.ones(samples, features)
    with FlopCounterMode(display=False) as counter:
        X.T @ X  # (features, features): the costly part of the normal equations
    print(samples, features, f"{counter.get_total_flops():,}")
    #> 1000 10 200,000
    #> 2000 10 400,000
    #> 1000 20 800,000
# --8<-- [end:cost]
