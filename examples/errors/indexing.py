"""Picking elements that are not there, and reading one value where there are several."""

# --8<-- [start:indexing]
import torch

table, loss = torch.ones(2, 3), torch.tensor(0.5)
calls = [
    lambda: table[0][3],  # 0, 1, 2
    lambda: loss[0],  # a single value has no dimension to number
    lambda: table[0, 0, 0],  # two dimensions, three numbers
    lambda: list(loss),
    lambda: table.sum(dim=2),  # dimensions 0 and 1, or -1 and -2
    lambda: bool(table > 0),  # six answers: .all() or .any() makes one
    lambda: table.sum(dim=0).item(),  # three values: .tolist()
    lambda: table[torch.tensor([0.0])],  # numbers of rows are integers
    lambda: table.gather(1, torch.tensor([0, 1])),  # (2,) where (2, 1) is wanted: unsqueeze(1)
    lambda: table[::-1],  # flip(0)
    lambda: table[:0].max(),  # nothing to choose from
    lambda: torch.nn.functional.one_hot(torch.tensor([3]), num_classes=3),  # 0, 1, 2
    lambda: -(table > 0),  # ~ inverts a mask
]
for call in calls:
    try:
        call()
    except (RuntimeError, IndexError, TypeError, ValueError, NotImplementedError) as error:
        print(str(error).splitlines()[0])
        #> index 3 is out of bounds for dimension 0 with size 3
        #> invalid index of a 0-dim tensor. Use `tensor.item()` in Python or `tensor.item<T>()` in C++ to convert a 0-dim tensor to a number
        #> too many indices for tensor of dimension 2
        #> iteration over a 0-d tensor
        #> Dimension out of range (expected to be in range of [-2, 1], but got 2)
        #> Boolean value of Tensor with more than one value is ambiguous
        #> a Tensor with 3 elements cannot be converted to Scalar
        #> tensors used as indices must be long, int, byte or bool tensors
        #> Index tensor must have the same number of dimensions as input tensor
        #> step must be greater than zero
        #> max(): Expected reduction dim to be specified for input.numel() == 0. Specify the reduction dim with the 'dim' argument.
        #> Class values must be smaller than num_classes.
        #> Negation, the `-` operator, on a bool tensor is not supported. If you are trying to invert a mask, use the `~` or `logical_not()` operator instead.
# --8<-- [end:indexing]
