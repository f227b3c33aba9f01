"""Try learning rates a factor of ten apart, some steps each, and look at the loss."""

# --8<-- [start:setup]
import torch
from torch import nn

torch.manual_seed(0)
x = torch.randn(256, 10)
y = torch.sin(x.sum(dim=1, keepdim=True))  # (256, 1)


def loss_after(lr, num_steps=50):
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(10, 64), nn.ReLU(), nn.Linear(64, 1))
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=0.9)
    for _ in range(num_steps):
        loss = nn.MSELoss()(model(x), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return nn.MSELoss()(model(x), y).item()
# --8<-- [end:setup]


# --8<-- [start:lr_sweep]
losses = {lr: loss_after(lr) for lr in (1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1e0, 1e1)}
least = min((loss, lr) for lr, loss in losses.items() if loss == loss)[1]
for lr, loss in losses.items():
    print(f"{lr:7.0e} {loss:5.1f}" + "  <- the least" * (lr == least))
    #>   1e-05   0.5
    #>   1e-04   0.5
    #>   1e-03   0.4
    #>   1e-02   0.4
    #>   1e-01   0.2  <- the least
    #>   1e+00   nan
    #>   1e+01   nan
# --8<-- [end:lr_sweep]
