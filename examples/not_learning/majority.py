"""A high accuracy that is only the share of the most common class."""

# --8<-- [start:majority]
import torch
from torch import nn

torch.manual_seed(0)
y = (torch.arange(1000) % 10 == 0).long()  # nine of ten are class 0
x = torch.randn(1000, 2) + 0.5 * y[:, None]
model = nn.Linear(2, 2)
optimizer = torch.optim.AdamW(model.parameters(), lr=0.1)
for _ in range(200):
    optimizer.zero_grad()
    nn.functional.cross_entropy(model(x), y).backward()
    optimizer.step()
predicted = model(x).argmax(1)
print(f"accuracy {(predicted == y).float().mean():.2f}, predicted {predicted.unique().tolist()}")
#> accuracy 0.90, predicted [0]
# --8<-- [end:majority]
