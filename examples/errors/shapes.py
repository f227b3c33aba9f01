"""Shapes that do not fit: what torch says, and what it compares."""

# --8<-- [start:shapes]
import torch

image, table = torch.ones(6, 16, 4), torch.ones(2, 3)
calls = [
    lambda: image.view(-1, 400),  # 384 elements are no multiple of 400
    lambda: table + torch.ones(4),  # from the last dimension on: 3 against 4, and neither is 1
    lambda: table.expand(4, 3),  # only a dimension of size 1 can grow
    lambda: torch.cat([table, torch.ones(3, 4)]),  # joined along 0, so dimension 1 has to agree
    lambda: torch.cat([table, torch.ones(3)]),  # 2 dimensions and 1
    lambda: torch.bmm(torch.ones(2, 3, 4), torch.ones(3, 4, 5)),  # two batches of different size
    lambda: table.permute(0, 2, 1),  # each dimension once
    lambda: image.split([4, 4], dim=1),  # 4 + 4 is not 16
    lambda: table[torch.ones(3, 3, dtype=torch.bool)],  # a mask has the shape of what it picks from
    lambda: torch.einsum("ij,jk", table, torch.ones(4, 5)),  # j is 3 here and 4 there
]
for call in calls:
    try:
        call()
    except (RuntimeError, IndexError) as error:
        print(str(error).splitlines()[0])
        #> shape '[-1, 400]' is invalid for input of size 384
        #> The size of tensor a (3) must match the size of tensor b (4) at non-singleton dimension 1
        #> The expanded size of the tensor (4) must match the existing size (2) at non-singleton dimension 0.  Target sizes: [4, 3].  Tensor sizes: [2, 3]
        #> Sizes of tensors must match except in dimension 0. Expected size 3 but got size 4 for tensor number 1 in the list.
        #> Tensors must have same number of dimensions: got 2 and 1
        #> Expected size for first two dimensions of batch2 tensor to be: [2, 4] but got: [3, 4].
        #> permute(sparse_coo): number of dimensions in the tensor input does not match the length of the desired ordering of dimensions i.e. input.dim() = 2 is not equal to len(dims) = 3
        #> split_with_sizes expects split_sizes to sum exactly to 16 (input tensor's size at dimension 1), but got split_sizes=[4, 4]
        #> The shape of the mask [3, 3] at index 0 does not match the shape of the indexed tensor [2, 3] at index 0
        #> einsum(): subscript j has size 4 for operand 1 which does not broadcast with previously seen size 3
# --8<-- [end:shapes]
