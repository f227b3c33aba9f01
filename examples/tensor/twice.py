"""A graph is walked once: backward() frees what it kept."""

# --8<-- [start:setup]
import torch

x = torch.tensor([1.0, 2.0], requires_grad=True)
# --8<-- [end:setup]

# --8<-- [start:twice]
loss = (x**2).sum()  # keeps x, since d(x²)/dx = 2x
loss.backward(retain_graph=True)
loss.backward()
print(x.grad.tolist())  # 2x, twice
#> [4.0, 8.0]
try:
    loss.backward()
except RuntimeError as error:
    print(str(error).split(" (")[0])
    #> Trying to backward through the graph a second time

x.grad = None
loss = (x + 1).sum()  # keeps no values, so there is nothing to miss
loss.backward()
loss.backward()
print(x.grad.tolist())  # 1, twice
#> [2.0, 2.0]
# --8<-- [end:twice]

# --8<-- [start:carried]
optimizer = torch.optim.SGD([x], lr=0.1)
for way in ("nothing", "retain_graph", "detach"):
    state = torch.ones(2)
    try:
        for _ in range(3):
            state = (state.detach() if way == "detach" else state) * x  # made from the last round's
            optimizer.zero_grad()
            state.sum().backward(retain_graph=way == "retain_graph")
            optimizer.step()
        outcome = "no error"
    except RuntimeError as error:
        outcome = str(error).split(" (")[0].split(": [")[0]
    print(f"{way}: {outcome}")
    #> nothing: Trying to backward through the graph a second time
    #> retain_graph: one of the variables needed for gradient computation has been modified by an inplace operation
    #> detach: no error
# --8<-- [end:carried]
