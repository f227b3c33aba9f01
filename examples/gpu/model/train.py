"""The model once, every batch: all on one device."""

# --8<-- [start:setup]
import torch
from torch import nn

device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
model = nn.Linear(2, 1)
nn.init.ones_(model.weight)
nn.init.zeros_(model.bias)
batches = [(torch.ones(4, 2), torch.zeros(4, 1))] * 3  # x: (batch=4, in=2), y: (batch=4, out=1)
# --8<-- [end:setup]

# --8<-- [start:train]
model.to(device)  # in place: nothing to keep
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
for x, y in batches:
    x, y = x.to(device), y.to(device)  # not in place: keep what comes back
    loss = nn.functional.mse_loss(model(x), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    print("loss:", round(loss.item(), 4))
    #> loss: 4.0
    #> loss: 0.64
    #> loss: 0.1024
# --8<-- [end:train]
