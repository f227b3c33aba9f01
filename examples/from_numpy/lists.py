"""torch.tensor copies values, torch.Tensor takes a size; stack makes an axis, cat does not."""

# --8<-- [start:lists]
import torch

print(torch.tensor([1, 2]).dtype, torch.tensor([1.0, 2]).dtype, torch.Tensor([1, 2]).dtype)
#> torch.int64 torch.float32 torch.float32
print(tuple(torch.tensor(3).shape), tuple(torch.Tensor(3).shape))  # the number 3, and three numbers of no value
#> () (3,)
# --8<-- [end:lists]

# --8<-- [start:stack]
rows = [torch.tensor([1.0, 2.0]), torch.tensor([3.0, 4.0])]
print(torch.stack(rows).tolist())  # a new axis: (2, 2)
#> [[1.0, 2.0], [3.0, 4.0]]
print(torch.cat(rows).tolist())  # along an axis that is there: (4,)
#> [1.0, 2.0, 3.0, 4.0]
# --8<-- [end:stack]
