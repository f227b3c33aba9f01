"""The training loss falls and the validation loss rises: keep the best weights, and stop."""

# --8<-- [start:overfits]
import copy

import torch
from torch import nn

torch.manual_seed(0)
x = torch.randn(60, 20)  # (samples=60, features=20); one feature matters
y = (x[:, 0] + torch.randn(60) > 0).long()  # with noise
net = nn.Sequential(nn.Linear(20, 64), nn.ReLU(), nn.Linear(64, 2))
optimizer = torch.optim.AdamW(net.parameters(), lr=0.002)
loss_of = nn.CrossEntropyLoss()
best, best_epoch, stopped, patience = float("inf"), 0, None, 10
history = []
for epoch in range(200):
    net.train()
    optimizer.zero_grad()
    loss = loss_of(net(x[:30]), y[:30])
    loss.backward()
    optimizer.step()
    net.eval()
    with torch.inference_mode():
        val = loss_of(net(x[30:]), y[30:]).item()
    history.append((loss.item(), val))
    if val < best:
        best, best_epoch, kept = val, epoch, copy.deepcopy(net.state_dict())
    elif epoch - best_epoch == patience and stopped is None:
        stopped = epoch  # a real loop ends here, with `break`
print("at the end, training below 0.05:", history[-1][0] < 0.05, "validation above its best:", history[-1][1] > 1.5 * best)
#> at the end, training below 0.05: True validation above its best: True
net.load_state_dict(kept)
print("stopped early:", stopped is not None and stopped < 199, "and back at the best:", loss_of(net(x[30:]), y[30:]).item() == best)
#> stopped early: True and back at the best: True
# --8<-- [end:overfits]
