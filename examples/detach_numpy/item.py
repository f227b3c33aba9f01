"""item() takes a number out of a tensor, tolist() a list."""

# --8<-- [start:item]
import torch

losses = torch.tensor([0.25, 0.5], requires_grad=True)
mean = losses.mean()
print(mean)  # a tensor, still in the graph
#> tensor(0.3750, grad_fn=<MeanBackward0>)
print(mean.item(), losses.tolist(), f"{mean:.2f}")  # numbers of Python, without a graph
#> 0.375 [0.25, 0.5] 0.38
try:
    losses.item()
except RuntimeError as error:
    print(error)
    #> a Tensor with 2 elements cannot be converted to Scalar
# --8<-- [end:item]
