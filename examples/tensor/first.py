"""The gradient of a result, and where it goes."""

# --8<-- [start:first]
import torch

w = torch.tensor([1.0, 2.0], requires_grad=True)  # a leaf
loss = (w**2).sum()
loss.backward()
print("w.grad:", w.grad.tolist())  # 2w
#> w.grad: [2.0, 4.0]

(w**2).sum().backward()  # another result
print("added: ", w.grad.tolist())
#> added:  [4.0, 8.0]
w.grad = None  # what zero_grad() does
print("cleared:", w.grad)
#> cleared: None
# --8<-- [end:first]
