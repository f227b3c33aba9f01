"""The three usual losses: what the model returns, and what stands beside it as the target."""

# --8<-- [start:setup]
import torch
from torch import nn

torch.manual_seed(0)
x = torch.randn(8, 5)  # (batch, features)
# --8<-- [end:setup]

# --8<-- [start:recipe]
logits = nn.Linear(5, 3)(x)  # (batch, classes): scores, no softmax
labels = torch.tensor([0, 2, 1, 1, 0, 2, 2, 0])  # (batch,): class numbers, int64
print("one of several classes", nn.CrossEntropyLoss()(logits, labels).shape)
#> one of several classes torch.Size([])

logit = nn.Linear(5, 1)(x).squeeze(1)  # (batch,): one score, no sigmoid
yes_no = (labels == 0).float()  # (batch,): 0.0 or 1.0, the dtype of the score
print("yes or no             ", nn.BCEWithLogitsLoss()(logit, yes_no).shape)
#> yes or no              torch.Size([])

y_hat = nn.Linear(5, 1)(x)  # (batch, 1)
y = x.sum(dim=1, keepdim=True)  # (batch, 1): the very shape of y_hat
print("a number              ", nn.MSELoss()(y_hat, y).shape)
#> a number               torch.Size([])
# --8<-- [end:recipe]
