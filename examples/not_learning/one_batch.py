"""The first check: a model that can learn at all learns one small batch by heart."""

# --8<-- [start:setup]
import torch
from torch import nn

torch.manual_seed(0)
x = torch.randn(16, 10)  # (batch, features)
labels = torch.randint(0, 3, (16,))  # at random: there is nothing to understand, only to memorize


def overfit(model, loss_fn, num_steps=300):
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-2)
    for step in range(num_steps):
        loss = loss_fn(model(x), labels)
        if step == 0:
            first = loss.item()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    accuracy = (model(x).argmax(1) == labels).float().mean().item()
    return f"loss {first:.2f} -> {loss.item():.2f}, right {accuracy:.0%}"


def build():
    torch.manual_seed(0)
    return nn.Sequential(nn.Linear(10, 64), nn.ReLU(), nn.Linear(64, 3))
# --8<-- [end:setup]


# --8<-- [start:one_batch]
print("as it should be  ", overfit(build(), nn.CrossEntropyLoss()))
#> as it should be   loss 1.09 -> 0.00, right 100%
print("softmax twice    ", overfit(nn.Sequential(build(), nn.Softmax(dim=1)), nn.CrossEntropyLoss()))
#> softmax twice     loss 1.09 -> 0.55, right 100%
print("cut by detach()  ", overfit(build(), lambda y, t: nn.CrossEntropyLoss()(y.detach().requires_grad_(), t)))
#> cut by detach()   loss 1.09 -> 1.09, right 38%
# --8<-- [end:one_batch]
