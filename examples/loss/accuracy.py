"""Accuracy is counted from the scores, over all samples, not averaged over batches."""

# --8<-- [start:accuracy]
import torch

batches = [  # (scores, class numbers); the last batch is smaller
    (torch.tensor([[2.0, 0.0], [0.0, 1.0], [3.0, 1.0], [1.0, 0.0]]), torch.tensor([0, 1, 0, 1])),
    (torch.tensor([[0.0, 1.0]]), torch.tensor([0])),
]
right = total = 0
for scores, y in batches:
    right += (scores.argmax(dim=1) == y).sum().item()  # (batch, classes) -> (batch,)
    total += len(y)
print(f"{right} of {total}: {right / total:.2f}")
#> 3 of 5: 0.60

means = [(scores.argmax(dim=1) == y).float().mean().item() for scores, y in batches]
print(f"the mean of the batches' means: {sum(means) / len(means):.3f}")
#> the mean of the batches' means: 0.375

logits, y = torch.tensor([1.5, -0.5, 0.2]), torch.tensor([1.0, 0.0, 0.0])  # yes or no
print("a logit above 0 is a probability above 0.5:", ((logits > 0) == (torch.sigmoid(logits) > 0.5)).all().item())
#> a logit above 0 is a probability above 0.5: True
surer = torch.tensor([3.0, -2.0, 0.2])  # gives the same answers
print([round(torch.nn.functional.binary_cross_entropy_with_logits(scores, y).item(), 2) for scores in (logits, surer)])
#> [0.49, 0.32]
# --8<-- [end:accuracy]
