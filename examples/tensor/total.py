"""A running total of losses keeps the graph of every batch."""

# --8<-- [start:total]
import torch

from torchmemo import graph_lines

w = torch.tensor([1.0], requires_grad=True)
total = detached = torch.zeros(())
for batch in range(1, 4):
    loss = (w * batch).exp().sum()
    total = total + loss
    detached = detached + loss.detach()
    sizes = [len(list(graph_lines(tensor))) for tensor in (total, detached)]
    print(f"after batch {batch}: lines of graph {sizes[0]}, detached {sizes[1]}")
    #> after batch 1: lines of graph 5, detached 0
    #> after batch 2: lines of graph 10, detached 0
    #> after batch 3: lines of graph 15, detached 0
print("the same number:", total.item() == detached.item())  # one item(), at the end
#> the same number: True
# --8<-- [end:total]
