"""train() and eval() change what some layers do, and eval() is not no_grad()."""

# --8<-- [start:setup]
import torch
from torch import nn

net = nn.Sequential(nn.BatchNorm1d(1), nn.Dropout(0.5))
x = torch.tensor([[0.0], [2.0]])  # (batch=2, features=1): mean 1, variance 1
# --8<-- [end:setup]

# --8<-- [start:modes]
net[1].eval()  # keep the dropout out of it
net[0].train()
print("train:", [round(v, 3) for v in net(x)[:, 0].tolist()])  # by this batch's mean and variance
#> train: [-1.0, 1.0]
net[0].eval()
print("eval: ", [round(v, 3) for v in net(x)[:, 0].tolist()])  # by the running ones
#> eval:  [-0.095, 1.812]
print("running mean:", round(net[0].running_mean.item(), 3))  # one batch moved it by a tenth
#> running mean: 0.1
# --8<-- [end:modes]

# --8<-- [start:no_grad]
net.eval()
print("eval() still records:", net(x).requires_grad)
#> eval() still records: True
net.train()
with torch.no_grad():
    zeros = (net[1](torch.ones(1000)) == 0).sum().item()
print("no_grad() still drops:", 300 < zeros < 700)
#> no_grad() still drops: True

net.eval()
with torch.inference_mode():  # to evaluate: both
    y_hat = net(x)
print("recorded:", y_hat.requires_grad, "training:", net.training)
#> recorded: False training: False
# --8<-- [end:no_grad]

# --8<-- [start:frozen]
for parameter in net.parameters():
    parameter.requires_grad_(False)
for mode in ("train", "eval"):
    net[0].train(mode == "train")
    before = net[0].running_mean.item()
    net(x)
    print(f"frozen, in {mode}(), the mean has moved:", net[0].running_mean.item() != before)
    #> frozen, in train(), the mean has moved: True
    #> frozen, in eval(), the mean has moved: False
net.train()  # of the whole
print("in train() again:", net[0].training)
#> in train() again: True
# --8<-- [end:frozen]

# --8<-- [start:one_value]
try:
    nn.BatchNorm1d(2)(torch.ones(1, 2))  # in training, a batch of one
except ValueError as error:
    print(error)
    #> Expected more than 1 value per channel when training, got input size torch.Size([1, 2])
# --8<-- [end:one_value]
