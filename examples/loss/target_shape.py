"""Where the classes stand: in axis 1 of the scores, and nowhere in the class numbers."""

# --8<-- [start:setup]
import torch
import torch.nn.functional as F


def said(scores, target):
    try:
        return F.cross_entropy(scores, target).shape
    except (RuntimeError, ValueError) as error:
        return error
# --8<-- [end:setup]


# --8<-- [start:target_shape]
words = torch.zeros(2, 5, 7)  # (batch, steps, vocabulary)
print(said(words, torch.zeros(2, 5).long()))
#> Expected target size [2, 7], got [2, 5]
print(said(words.transpose(1, 2), torch.zeros(2, 5).long()))  # (batch, vocabulary, steps)
#> torch.Size([])
pixels = torch.zeros(2, 3, 4, 4)  # (batch, classes, height, width)
print(said(pixels, torch.zeros(2, 1, 4, 4).long()))
#> only batches of spatial targets supported (3D tensors) but got targets of dimension: 4
print(said(pixels, torch.zeros(2, 4, 4).long()))
#> torch.Size([])
print(said(torch.zeros(4, 3), torch.zeros(4, 1).long()))
#> 0D or 1D target tensor expected, multi-target not supported
# --8<-- [end:target_shape]

# --8<-- [start:batch_sizes]
print(said(torch.zeros(4, 3), torch.zeros(3).long()))
#> Expected input batch_size (4) to match target batch_size (3).
print(said(torch.zeros(8, 3).view(4, 6), torch.zeros(8).long()))  # a view took two samples for one
#> Expected input batch_size (4) to match target batch_size (8).
# --8<-- [end:batch_sizes]
