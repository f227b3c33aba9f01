"""A running total of losses keeps the graph of every batch."""

# --8<-- [start:total]
import torch

from torchmemo import graph_lines

w = torch.tensor([1.0], requires_grad=True)
total = as_numbers = 0.0
for batch in range(1, 4):
    loss = (w * batch).exp().sum()
    total = total + loss
    as_numbers = as_numbers + loss.item()
    print(f"after batch {batch}: {len(list(graph_lines(total)))} lines of graph")
    #> after batch 1: 5 lines of graph
    #> after batch 2: 10 lines of graph
    #> after batch 3: 15 lines of graph
print(type(as_numbers).__name__, abs(as_numbers - total.item()) < 1e-4)
#> float True
# --8<-- [end:total]
