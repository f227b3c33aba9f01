"""One option, `weight_decay`, works differently in SGD, Adam and AdamW."""

# --8<-- [start:setup]
import math

import torch
from torch import nn
from torch.optim import SGD, Adam, AdamW


def three_steps(optimizer_class, *, l2=0.0, slope=1.0, **options):
    w = nn.Parameter(torch.tensor([1.0, 10.0]))
    optimizer = optimizer_class([w], lr=0.1, **options)
    for _ in range(3):
        loss = slope * w.sum() + l2 * w.square().sum() / 2
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return [f"{value:.4f}" for value in w.tolist()]
# --8<-- [end:setup]

# --8<-- [start:sgd]
print("no decay:    ", three_steps(SGD))
#> no decay:     ['0.7000', '9.7000']
print("L2 in loss:  ", three_steps(SGD, l2=0.1))
#> L2 in loss:   ['0.6733', '9.4060']
print("weight_decay:", three_steps(SGD, weight_decay=0.1))
#> weight_decay: ['0.6733', '9.4060']
print("with momentum, the same:", three_steps(SGD, l2=0.1, momentum=0.9) == three_steps(SGD, weight_decay=0.1, momentum=0.9))
#> with momentum, the same: True
# --8<-- [end:sgd]

# --8<-- [start:adam]
print("no decay:    ", three_steps(Adam))
#> no decay:     ['0.7000', '9.7000']
print("L2 in loss:  ", three_steps(Adam, l2=0.1))
#> L2 in loss:   ['0.7001', '9.7000']
print("weight_decay:", three_steps(Adam, weight_decay=0.1))
#> weight_decay: ['0.7001', '9.7000']
# --8<-- [end:adam]

# --8<-- [start:adamw]
print("no decay:    ", three_steps(AdamW, weight_decay=0.0))
#> no decay:     ['0.7000', '9.7000']
print("weight_decay:", three_steps(AdamW, weight_decay=0.1))
#> weight_decay: ['0.6733', '9.4060']
print("as an option:", three_steps(Adam, weight_decay=0.1, decoupled_weight_decay=True))
#> as an option: ['0.6733', '9.4060']
# --8<-- [end:adamw]

# --8<-- [start:slope_zero]
for weight_decay in (0.1, 0.0001):
    for optimizer_class in (Adam, AdamW):
        moved = three_steps(optimizer_class, slope=0.0, weight_decay=weight_decay)
        print(f"{optimizer_class.__name__}, weight_decay {weight_decay}:", moved)
        #> Adam, weight_decay 0.1: ['0.7016', '9.7001']
        #> AdamW, weight_decay 0.1: ['0.9703', '9.7030']
        #> Adam, weight_decay 0.0001: ['0.7016', '9.7001']
        #> AdamW, weight_decay 0.0001: ['1.0000', '9.9997']
# --8<-- [end:slope_zero]

# --8<-- [start:coupled]
for lr in (0.1, 0.01):
    w = nn.Parameter(torch.tensor([10.0]))
    optimizer = AdamW([w], lr=lr, weight_decay=0.1)
    for _ in range(100):
        w.grad = torch.zeros(1)  # the loss does not depend on w
        optimizer.step()
    print(f"lr {lr}: {w.item():.2f} of 10 is left, exp(-0.1 * 100 lr) is {math.exp(-0.1 * 100 * lr):.2f}")
    #> lr 0.1: 3.66 of 10 is left, exp(-0.1 * 100 lr) is 0.37
    #> lr 0.01: 9.05 of 10 is left, exp(-0.1 * 100 lr) is 0.90
# --8<-- [end:coupled]
