"""Gradient accumulation: a large batch in chunks, with the gradient of the whole."""

# --8<-- [start:setup]
import torch
from torch import nn

x = torch.arange(10.0).reshape(10, 1) / 10  # (batch=10, in=1)
y = x**2
model = nn.Linear(1, 1)
nn.init.ones_(model.weight)
nn.init.zeros_(model.bias)

nn.functional.mse_loss(model(x), y).backward()
print(f"the whole batch:  {model.weight.grad.item():.6f}")
#> the whole batch:  0.165000
# --8<-- [end:setup]

# --8<-- [start:chunks]
model.zero_grad()  # once, before the first chunk
for x_chunk, y_chunk in zip(x.split(4), y.split(4), strict=True):  # 4, 4 and 2 samples
    loss = nn.functional.mse_loss(model(x_chunk), y_chunk, reduction="sum") / len(x)
    loss.backward()  # adds to .grad
print(f"sums / 10:        {model.weight.grad.item():.6f}")
#> sums / 10:        0.165000
# --8<-- [end:chunks]

# --8<-- [start:unequal]
model.zero_grad()
for x_chunk, y_chunk in zip(x.split(4), y.split(4), strict=True):
    (nn.functional.mse_loss(model(x_chunk), y_chunk) / 3).backward()  # the mean of three means
print(f"means / 3:        {model.weight.grad.item():.6f}")
#> means / 3:        0.172333
# --8<-- [end:unequal]

# --8<-- [start:function]
from torchmemo import backward_in_chunks

model.zero_grad()
loss = backward_in_chunks(model, nn.MSELoss(), x, y, num_chunks=3)
print(f"backward_in_chunks: {model.weight.grad.item():.6f}, loss {loss.item():.6f}")
#> backward_in_chunks: 0.165000, loss 0.033330
# --8<-- [end:function]
