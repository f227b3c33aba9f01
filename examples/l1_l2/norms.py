"""The same L1 norm and a larger L2 norm do not mean more elements near 0."""

# --8<-- [start:norms]
import torch

for values in ([0.5, 0.5, 0.0], [0.72, 0.14, 0.14], [0.5, 0.5], [0.95, 0.05]):
    w = torch.tensor(values)
    l1, l2 = torch.linalg.vector_norm(w, 1), torch.linalg.vector_norm(w, 2)
    print(f"{values}: L1 {l1:.3f}, L2 {l2:.3f}, below 0.1: {int((w.abs() < 0.1).sum())}")
    #> [0.5, 0.5, 0.0]: L1 1.000, L2 0.707, below 0.1: 1
    #> [0.72, 0.14, 0.14]: L1 1.000, L2 0.747, below 0.1: 0
    #> [0.5, 0.5]: L1 1.000, L2 0.707, below 0.1: 0
    #> [0.95, 0.05]: L1 1.000, L2 0.951, below 0.1: 1
# --8<-- [end:norms]
