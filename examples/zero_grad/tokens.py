"""A mean over tokens, or with class weights, is not a mean over samples: count what it divides by."""

# --8<-- [start:tokens]
import torch
from torch import nn

logits = torch.tensor([[2.0, 0.0], [0.0, 1.0], [3.0, 0.0], [0.0, 0.0]])  # (tokens=4, classes=2)
y = torch.tensor([0, 0, 1, -100])  # -100 is padding: cross_entropy ignores it
scale = torch.tensor(1.0, requires_grad=True)  # the one parameter

cross_entropy = nn.functional.cross_entropy
cross_entropy(scale * logits, y).backward()
print(f"the whole batch:          {scale.grad.item():.4f}")
#> the whole batch:          1.1168
chunks = list(zip(logits.split(2), y.split(2), strict=True))  # 2 valid tokens, then 1

scale.grad = None
for part, target in chunks:
    (cross_entropy(scale * part, target) * len(part) / len(logits)).backward()
print(f"by share of tokens:       {scale.grad.item():.4f}")
#> by share of tokens:       1.5520

scale.grad = None
valid = (y != -100).sum()  # with class weights: weight[y[y != -100]].sum()
for part, target in chunks:
    (cross_entropy(scale * part, target, reduction="sum") / valid).backward()
print(f"sums / the valid tokens:  {scale.grad.item():.4f}")
#> sums / the valid tokens:  1.1168
# --8<-- [end:tokens]
