"""An array that is kept while the optimizer goes on shows the last weights; a copy shows those of its step."""

# --8<-- [start:kept]
import torch

w = torch.tensor([1.0], requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.1)
views, copies = [], []
for _ in range(3):
    optimizer.zero_grad()
    (w**2).sum().backward()
    optimizer.step()  # writes the new value into the memory of w
    views.append(w.detach().numpy())
    copies.append(w.detach().numpy().copy())
print("kept without a copy:", [f"{array[0]:.2f}" for array in views])
#> kept without a copy: ['0.51', '0.51', '0.51']
print("kept with copy():   ", [f"{array[0]:.2f}" for array in copies])
#> kept with copy():    ['0.80', '0.64', '0.51']
# --8<-- [end:kept]
