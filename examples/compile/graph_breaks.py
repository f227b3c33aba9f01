"""Where Dynamo cannot follow, it ends the graph, runs Python, and begins another."""

# --8<-- [start:setup]
import torch


def with_item(x):
    y = x * 2
    if y.sum().item() > 0:  # a number that only the run knows
        y = y + 1
    return y * 3


def with_where(x):
    y = x * 2
    return torch.where(y.sum() > 0, y + 1, y) * 3


x = torch.ones(3)
# --8<-- [end:setup]

# --8<-- [start:graph_breaks]
for f in (with_item, with_where):
    torch._dynamo.reset()
    found = torch._dynamo.explain(f)(x)
    print(f"{f.__name__}: {found.graph_count} graphs, {found.graph_break_count} breaks")
    #> with_item: 2 graphs, 1 breaks
    #> with_where: 1 graphs, 0 breaks
torch._dynamo.reset()
try:
    torch.compile(with_item, backend="eager", fullgraph=True)(x)
except torch._dynamo.exc.TorchDynamoException as error:
    named = "if y.sum().item() > 0:" in str(error)
    print("the error names the line:", named)
    #> the error names the line: True
print(torch.compile(with_where, backend="eager", fullgraph=True)(x).tolist())
#> [9.0, 9.0, 9.0]
# --8<-- [end:graph_breaks]
