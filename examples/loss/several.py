"""Several labels for one sample, and labels that are not taken for certain."""

# --8<-- [start:several_labels]
import torch
import torch.nn.functional as F

scores = torch.tensor([[3.0, -2.0, 1.0]])  # (batch=1, labels=3): a score for each label
y = torch.tensor([[1.0, 0.0, 1.0]])  # (batch=1, labels=3): 1.0 for each label that applies
print(f"loss {F.binary_cross_entropy_with_logits(scores, y):.4f}, predicted {(scores > 0).long().tolist()}")
#> loss 0.1629, predicted [[1, 0, 1]]
for name, shares in (("sigmoid", scores.sigmoid()), ("softmax", scores.softmax(1))):
    print(name, [round(share, 2) for share in shares[0].tolist()])
    #> sigmoid [0.95, 0.12, 0.73]
    #> softmax [0.88, 0.01, 0.12]
each = F.binary_cross_entropy_with_logits(0 * scores, y, reduction="none", pos_weight=torch.tensor([1.0, 4.0, 4.0]))
print([round(loss, 1) for loss in each[0].tolist()])
#> [0.7, 0.7, 2.8]
# --8<-- [end:several_labels]

# --8<-- [start:label_smoothing]
sure, label = torch.tensor([[20.0, 0.0, 0.0]]), torch.tensor([0])  # (batch=1, classes=3)
shares = torch.tensor([[0.9 + 0.1 / 3, 0.1 / 3, 0.1 / 3]])  # what smoothing by 0.1 makes of class 0
print(f"as it is {F.cross_entropy(sure, label):.2f}, smoothed {F.cross_entropy(sure, label, label_smoothing=0.1):.2f}")
#> as it is 0.00, smoothed 1.33
print(f"the same by hand {F.cross_entropy(sure, shares):.2f}")
#> the same by hand 1.33
# --8<-- [end:label_smoothing]
