"""Why eval() can be far worse than train(): running statistics that do not describe the data."""

# --8<-- [start:bad_eval]
import torch
from torch import nn

x = torch.tensor([[2.0], [8.0]]).repeat(50, 1)  # (batch=100, features=1): mean 5, deviation 3


def outputs(norm):
    return [round(value, 2) for value in norm(x)[:2, 0].tolist()]


for num_steps in (1, 10, 100):
    norm = nn.BatchNorm1d(1)
    for _ in range(num_steps):
        trained = outputs(norm)  # each step moves the running mean by a tenth of the way
    print(f"steps {num_steps}: train() {trained}, eval() {outputs(norm.eval())}")
    #> steps 1: train() [-1.0, 1.0], eval() [1.12, 5.58]
    #> steps 10: train() [-1.0, 1.0], eval() [-0.5, 1.89]
    #> steps 100: train() [-1.0, 1.0], eval() [-0.99, 1.0]

norm = nn.BatchNorm1d(1)
norm(x)
norm.reset_running_stats()
norm.momentum = None  # a plain average over all batches from here on
with torch.no_grad():
    norm(x)  # once through the training data, in train()
print(f"taken again: eval() {outputs(norm.eval())}")
#> taken again: eval() [-0.99, 0.99]

low, high = torch.tensor([[0.0], [2.0]]), torch.tensor([[8.0], [10.0]])  # two classes
for name, batches in (("sorted", (low, high)), ("mixed", (torch.cat([low, high]),))):
    norm = nn.BatchNorm1d(1)
    print(f"{name}:", [[round(value, 2) for value in norm(batch)[:, 0].tolist()] for batch in batches])
    #> sorted: [[-1.0, 1.0], [-1.0, 1.0]]
    #> mixed: [[-1.21, -0.73, 0.73, 1.21]]
# --8<-- [end:bad_eval]
