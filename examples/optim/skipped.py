"""What step() leaves alone, and what it moves although the gradient is 0."""

# --8<-- [start:skipped]
import torch
from torch import nn
from torch.optim import SGD, AdamW

for gradient in (None, 0.0):
    for optimizer_class, options in ((SGD, {}), (SGD, {"momentum": 0.9}), (SGD, {"weight_decay": 0.5}), (AdamW, {})):
        w = nn.Parameter(torch.tensor(1.0))
        optimizer = optimizer_class([w], lr=0.1, **options)
        w.grad = torch.tensor(1.0)
        optimizer.step()  # fills the buffers
        start = w.item()
        w.grad = None if gradient is None else torch.tensor(gradient)
        optimizer.step()
        print(f"gradient {gradient}, {optimizer_class.__name__} {options}: moved by {w.item() - start:.4f}")
        #> gradient None, SGD {}: moved by 0.0000
        #> gradient None, SGD {'momentum': 0.9}: moved by 0.0000
        #> gradient None, SGD {'weight_decay': 0.5}: moved by 0.0000
        #> gradient None, AdamW {}: moved by 0.0000
        #> gradient 0.0, SGD {}: moved by 0.0000
        #> gradient 0.0, SGD {'momentum': 0.9}: moved by -0.0900
        #> gradient 0.0, SGD {'weight_decay': 0.5}: moved by -0.0425
        #> gradient 0.0, AdamW {}: moved by -0.0679

for grad_left in ("as it was", "cleared"):
    w = nn.Parameter(torch.tensor(1.0))
    optimizer = SGD([w], lr=0.1)
    w.grad = torch.tensor(1.0)
    w.requires_grad_(False)  # frozen, after a backward
    if grad_left == "cleared":
        optimizer.zero_grad()
    for _ in range(3):
        optimizer.step()
    print(f".grad {grad_left}: after three steps w = {w.item():.1f}")
    #> .grad as it was: after three steps w = 0.7
    #> .grad cleared: after three steps w = 1.0
# --8<-- [end:skipped]
