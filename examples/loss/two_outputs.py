"""Yes or no from two outputs: only their difference counts."""

# --8<-- [start:two_outputs]
import torch
import torch.nn.functional as F

scores = torch.tensor([[0.5, 2.0], [1.0, -1.0]])  # (samples=2, classes=2)
label = torch.tensor([1, 0])
print(f"two outputs, cross_entropy: {F.cross_entropy(scores, label):.4f}")
#> two outputs, cross_entropy: 0.1642
one = scores[:, 1] - scores[:, 0]  # (samples=2,)
print(f"one output, with logits:    {F.binary_cross_entropy_with_logits(one, label.float()):.4f}")
#> one output, with logits:    0.1642
# --8<-- [end:two_outputs]
