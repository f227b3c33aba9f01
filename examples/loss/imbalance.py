"""Few of one class: weigh it by how rare it is."""

# --8<-- [start:imbalance]
import torch
from torch import nn

y = torch.tensor([0, 0, 0, 0, 0, 0, 0, 0, 1, 1])
count = torch.bincount(y)  # samples of each class: 8, 2
weight = len(y) / (len(count) * count)
print("weight:", weight.tolist(), "sum over the samples:", weight[y].sum().item())
#> weight: [0.625, 2.5] sum over the samples: 10.0

scores = torch.zeros(10, 2, requires_grad=True)
nn.CrossEntropyLoss(weight=weight)(scores, y).backward()
print("a common sample and a rare one:", [round(scores.grad[i].abs().sum().item(), 4) for i in (0, 9)])
#> a common sample and a rare one: [0.0625, 0.25]

logits = torch.zeros(10, requires_grad=True)  # yes or no: pos_weight, the ratio of no to yes
nn.BCEWithLogitsLoss(pos_weight=count[0] / count[1])(logits, y.float()).backward()
print("pos_weight", (count[0] / count[1]).item(), [round(logits.grad[i].item(), 4) for i in (0, 9)])
#> pos_weight 4.0 [0.05, -0.2]
# --8<-- [end:imbalance]

# --8<-- [start:focal]
def focal(scores, y, gamma):
    log_p = scores.log_softmax(1).gather(1, y[:, None])  # (batch, 1)
    return -((1 - log_p.exp()) ** gamma * log_p).mean()


for score in (3.0, 0.2):
    print([round(focal(torch.tensor([[score, 0.0]]), y[:1], gamma).item(), 4) for gamma in (0, 2)])
    #> [0.0486, 0.0001]
    #> [0.5981, 0.1212]
# --8<-- [end:focal]
