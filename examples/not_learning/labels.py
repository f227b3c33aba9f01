"""Data and labels out of step: the loss stays at chance, whatever the model."""

# --8<-- [start:setup]
import torch
from torch import nn

torch.manual_seed(0)
x = torch.randn(600, 5)
labels = (x[:, 0] > 0).long()  # known from the first feature
order = torch.randperm(600)


def accuracy(x, labels):
    torch.manual_seed(0)
    model = nn.Linear(5, 2)
    optimizer = torch.optim.AdamW(model.parameters(), lr=0.05)
    for _ in range(100):
        loss = nn.CrossEntropyLoss()(model(x[:400]), labels[:400])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    right = (model(x[400:]).argmax(1) == labels[400:]).float().mean()
    return f"loss {loss:.2f}, right on new samples {right:.0%}"
# --8<-- [end:setup]


# --8<-- [start:labels]
print("shuffled together:", accuracy(x[order], labels[order]))
#> shuffled together: loss 0.12, right on new samples 98%
print("shuffled apart:   ", accuracy(x[order], labels))
#> shuffled apart:    loss 0.69, right on new samples 47%
# --8<-- [end:labels]
