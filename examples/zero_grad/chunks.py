"""Gradient accumulation: a large batch in chunks, with the gradient of the whole."""

# --8<-- [start:setup]
import torch
from torch import nn

x = torch.arange(10.0).reshape(10, 1) / 10  # (batch=10, in=1)
y = x**2
model = nn.Linear(1, 1)
nn.init.ones_(model.weight)
nn.init.zeros_(model.bias)
loss_fn = nn.MSELoss()  # the mean over the samples

loss_fn(model(x), y).backward()
whole = model.weight.grad.item()
# --8<-- [end:setup]

# --8<-- [start:chunks]
model.zero_grad()  # once, before the first chunk
for x_chunk, y_chunk in zip(x.split(5), y.split(5), strict=True):  # 5 and 5 samples
    loss = loss_fn(model(x_chunk), y_chunk) / 2  # two chunks
    loss.backward()  # adds to .grad
print(f"{whole:.6f} {model.weight.grad.item():.6f}")
#> 0.165000 0.165000
# --8<-- [end:chunks]

# --8<-- [start:unequal]
model.zero_grad()
for x_chunk, y_chunk in zip(x.split(4), y.split(4), strict=True):  # 4, 4 and 2 samples
    (loss_fn(model(x_chunk), y_chunk) / 3).backward()
print(f"divided by the number of chunks: {model.weight.grad.item():.6f}")
#> divided by the number of chunks: 0.172333
model.zero_grad()
for x_chunk, y_chunk in zip(x.split(4), y.split(4), strict=True):
    (loss_fn(model(x_chunk), y_chunk) * len(x_chunk) / len(x)).backward()
print(f"weighed by the number of samples: {model.weight.grad.item():.6f}")
#> weighed by the number of samples: 0.165000
# --8<-- [end:unequal]

# --8<-- [start:function]
from torchmemo import backward_in_chunks

model.zero_grad()
loss = backward_in_chunks(model, loss_fn, x, y, num_chunks=3)
print(f"{model.weight.grad.item():.6f} {loss.item():.6f} {loss_fn(model(x), y).item():.6f}")
#> 0.165000 0.033330 0.033330
# --8<-- [end:function]
