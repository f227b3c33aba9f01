"""What step() leaves alone, and what it moves although the gradient is 0."""

# --8<-- [start:skipped]
import torch
from torch import nn

for gradient in (None, 0.0):
    for name, options in (("plain", {}), ("momentum", {"momentum": 0.9}), ("weight decay", {"weight_decay": 0.5})):
        w = nn.Parameter(torch.tensor(1.0))
        optimizer = torch.optim.SGD([w], lr=0.1, **options)
        w.grad = torch.tensor(1.0)
        optimizer.step()  # fills the momentum buffer
        start = w.item()
        w.grad = None if gradient is None else torch.tensor(gradient)
        optimizer.step()
        print(f"gradient {gradient}, {name}: moved by {w.item() - start:.4f}")
        #> gradient None, plain: moved by 0.0000
        #> gradient None, momentum: moved by 0.0000
        #> gradient None, weight decay: moved by 0.0000
        #> gradient 0.0, plain: moved by 0.0000
        #> gradient 0.0, momentum: moved by -0.0900
        #> gradient 0.0, weight decay: moved by -0.0425
# --8<-- [end:skipped]

# --8<-- [start:frozen]
for grad_left in ("as it was", "cleared"):
    w = nn.Parameter(torch.tensor(1.0))
    optimizer = torch.optim.SGD([w], lr=0.1)
    w.grad = torch.tensor(1.0)
    w.requires_grad_(False)  # frozen, after a backward
    if grad_left == "cleared":
        optimizer.zero_grad()
    optimizer.step()
    print(f".grad {grad_left}: w = {w.item():.1f}")
    #> .grad as it was: w = 0.9
    #> .grad cleared: w = 1.0
# --8<-- [end:frozen]
