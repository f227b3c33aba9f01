"""Which optimizer and learning rate to begin with: sweep by factors of ten."""

# --8<-- [start:setup]
import inspect

import torch
from sklearn.datasets import load_digits
from torch import nn, optim

digits = load_digits()
x = torch.from_numpy(digits.data).float() / 16  # (1797, 64), 0 to 1
y = torch.from_numpy(digits.target)  # (1797,)


def accuracy(optimizer_class, num_steps=500, **options):
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))
    optimizer = optimizer_class(model.parameters(), **options)
    for _ in range(num_steps):
        batch = torch.randint(1500, (64,))
        loss = nn.functional.cross_entropy(model(x[batch]), y[batch])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    with torch.inference_mode():
        return (model(x[1500:]).argmax(dim=1) == y[1500:]).float().mean().item()

# --8<-- [end:setup]

# --8<-- [start:begin]
for lr in (1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1.0):
    print(f"AdamW {lr:g}: over 80% of the held out: {accuracy(optim.AdamW, lr=lr) > 0.8}")
    #> AdamW 1e-05: over 80% of the held out: False
    #> AdamW 0.0001: over 80% of the held out: False
    #> AdamW 0.001: over 80% of the held out: True
    #> AdamW 0.01: over 80% of the held out: True
    #> AdamW 0.1: over 80% of the held out: True
    #> AdamW 1: over 80% of the held out: False
for options in ({}, {"lr": 0.1, "momentum": 0.9}, {"lr": 1.0, "momentum": 0.9}):
    print(f"SGD {options}: over 80% of the held out: {accuracy(optim.SGD, **options) > 0.8}")
    #> SGD {}: over 80% of the held out: False
    #> SGD {'lr': 0.1, 'momentum': 0.9}: over 80% of the held out: True
    #> SGD {'lr': 1.0, 'momentum': 0.9}: over 80% of the held out: False

for optimizer_class in (optim.SGD, optim.Adam, optim.AdamW, optim.RMSprop, optim.Adagrad, optim.LBFGS):
    print(f"default of {optimizer_class.__name__}: {inspect.signature(optimizer_class).parameters['lr'].default}")
    #> default of SGD: 0.001
    #> default of Adam: 0.001
    #> default of AdamW: 0.001
    #> default of RMSprop: 0.01
    #> default of Adagrad: 0.01
    #> default of LBFGS: 1
# --8<-- [end:begin]
