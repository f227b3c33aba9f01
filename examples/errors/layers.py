"""Layers that were given another shape than they take."""

# --8<-- [start:layers]
import torch
from torch import nn

image = torch.ones(1, 3, 4, 4)  # (batch, channels, height, width)
rows = torch.ones(5, 2, 31)  # (length, batch, features)
calls = [
    lambda: nn.Conv2d(3, 8, kernel_size=5)(image),  # 4 x 4 pixels, and a kernel of 5 x 5
    lambda: nn.MaxPool2d(8)(image),  # nothing would be left
    lambda: nn.BatchNorm2d(3)(torch.ones(2, 3)),  # a table goes into BatchNorm1d
    lambda: nn.BatchNorm1d(4)(torch.ones(2, 3)),  # 3 features
    lambda: nn.LayerNorm(4)(torch.ones(2, 3)),
    lambda: nn.LSTM(28, 4)(rows),  # 31 features a step, not 28
    lambda: nn.RNN(31, 4)(rows, torch.ones(1, 5, 4)),  # (layers, batch, hidden): the batch is 2
    lambda: nn.GRU(31, 4)(rows.unsqueeze(0)),  # one dimension too many
    lambda: nn.MultiheadAttention(embed_dim=10, num_heads=3),
    lambda: nn.functional.interpolate(image[0], size=(8, 8)),  # no batch, so one spatial dimension is left
]
for call in calls:
    try:
        call()
    except (RuntimeError, ValueError, AssertionError) as error:
        print(str(error).splitlines()[0])
        #> Calculated padded input size per channel: (4 x 4). Kernel size: (5 x 5). Kernel size can't be greater than actual input size
        #> Given input size: (3x4x4). Calculated output size: (3x0x0). Output size is too small
        #> expected 4D input (got 2D input)
        #> running_mean should contain 3 elements not 4
        #> Given normalized_shape=[4], expected input with shape [*, 4], but got input of size[2, 3]
        #> input.size(-1) must be equal to input_size. Expected 28, got 31
        #> Expected hidden size (1, 2, 4), got [1, 5, 4]
        #> GRU: Expected input to be 2D or 3D, got 4D instead
        #> embed_dim must be divisible by num_heads
        #> Input and output must have the same number of spatial dimensions, but got input with spatial dimensions of [4] and output size of (8, 8). Please provide input tensor in (N, C, d1, d2, ...,dK) format and output size in (o1, o2, ...,oK) format.
# --8<-- [end:layers]
