"""With class weights or ignored targets, the mean is divided by what counts, not by the number of samples."""

# --8<-- [start:setup]
import torch
import torch.nn.functional as F

scores = torch.tensor([[2.0, 0.0], [0.0, 1.0], [0.0, 3.0]])  # (batch=3, classes=2)
labels = torch.tensor([0, 1, 0])
each = F.cross_entropy(scores, labels, reduction="none")  # (batch,)
# --8<-- [end:setup]

# --8<-- [start:class_weights]
weight = torch.tensor([1.0, 5.0])  # of class 0 and of class 1
loss = F.cross_entropy(scores, labels, weight=weight)
w = weight[labels]  # (batch,): 1, 5, 1
print(f"{loss:.4f} is {(w * each).sum() / w.sum():.4f}, not {(w * each).mean():.4f}")
#> 0.6774 is 0.6774, not 1.5806
try:
    F.cross_entropy(scores, labels, weight=torch.ones(3))
except RuntimeError as error:
    print(error)
    #> weight tensor should be defined either for all 2 classes or no classes but got weight tensor of shape: [3]
# --8<-- [end:class_weights]

# --8<-- [start:ignore_index]
padded = torch.tensor([0, 1, -100])  # -100: not counted
print(f"{F.cross_entropy(scores, padded):.4f} is {each[:2].mean():.4f}")
#> 0.2201 is 0.2201
print(F.cross_entropy(scores, torch.full((3,), -100)).item())  # a mean over nothing
#> nan
logits = torch.zeros(1, 3, requires_grad=True)
F.cross_entropy(logits, torch.tensor([1]), ignore_index=0).backward()
print([round(value, 2) for value in logits.grad[0].tolist()])
#> [0.33, -0.67, 0.33]
# --8<-- [end:ignore_index]
