"""A measure that counts has no gradient; the same measure of probabilities has."""

# --8<-- [start:soft]
import torch

scores = torch.tensor([2.0, 0.5, -1.0, -3.0], requires_grad=True)  # (pixels=4,): above 0 is inside
mask = torch.tensor([1.0, 1.0, 1.0, 0.0])


def dice(inside):
    return 2 * (inside * mask).sum() / (inside.sum() + mask.sum())  # 1 where both agree


for name, inside in (("counted", (scores > 0).float()), ("soft", scores.sigmoid())):
    loss = 1 - dice(inside)
    print(f"{name}: loss {loss:.2f}, has a gradient: {loss.requires_grad}")
    #> counted: loss 0.20, has a gradient: False
    #> soft: loss 0.26, has a gradient: True
# --8<-- [end:soft]
