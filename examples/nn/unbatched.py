"""Which layers take an input without a batch dimension, which refuse, which read it as something else."""

# --8<-- [start:setup]
import warnings

import torch
from torch import nn

from torchmemo import unbatched_behavior

vector, sequence = torch.arange(8.0), torch.arange(24.0).reshape(3, 8)  # (in), (steps, in)
signal, image = torch.arange(40.0).reshape(4, 10), torch.arange(256.0).reshape(4, 8, 8)  # (C, L), (C, H, W)
layers = {
    "Linear": (nn.Linear(8, 2), vector),
    "LayerNorm": (nn.LayerNorm(8), vector),
    "Embedding": (nn.Embedding(5, 2), torch.tensor([1, 2])),
    "Bilinear": (nn.Bilinear(8, 8, 2), vector, vector),
    "Conv1d": (nn.Conv1d(4, 2, 3), signal),
    "Conv2d": (nn.Conv2d(4, 2, 3), image),
    "ConvTranspose2d": (nn.ConvTranspose2d(4, 2, 3), image),
    "MaxPool2d": (nn.MaxPool2d(2), image),
    "AdaptiveAvgPool2d": (nn.AdaptiveAvgPool2d(1), image),
    "InstanceNorm2d": (nn.InstanceNorm2d(4), image),
    "LSTM": (nn.LSTM(8, 2, batch_first=True), sequence),
    "GRU": (nn.GRU(8, 2, batch_first=True), sequence),
    "MultiheadAttention": (nn.MultiheadAttention(8, 2, batch_first=True), sequence, sequence, sequence),
    "TransformerEncoderLayer": (nn.TransformerEncoderLayer(8, 2, batch_first=True), sequence),
    "CrossEntropyLoss": (nn.CrossEntropyLoss(), vector, torch.tensor(3)),
    "BatchNorm1d": (nn.BatchNorm1d(8), vector),
    "BatchNorm2d": (nn.BatchNorm2d(4), image),
    "GroupNorm": (nn.GroupNorm(2, 4), image),
    "Flatten": (nn.Flatten(), image),
    "Softmax2d": (nn.Softmax2d(), image),
    "PixelShuffle": (nn.PixelShuffle(2), image),
}
# --8<-- [end:setup]

# --8<-- [start:unbatched]
for name, (layer, *inputs) in layers.items():
    print(f"{name:24}", unbatched_behavior(layer.eval(), *inputs))
    #> Linear                   takes it
    #> LayerNorm                takes it
    #> Embedding                takes it
    #> Bilinear                 takes it
    #> Conv1d                   takes it
    #> Conv2d                   takes it
    #> ConvTranspose2d          takes it
    #> MaxPool2d                takes it
    #> AdaptiveAvgPool2d        takes it
    #> InstanceNorm2d           takes it
    #> LSTM                     takes it
    #> GRU                      takes it
    #> MultiheadAttention       takes it
    #> TransformerEncoderLayer  takes it
    #> CrossEntropyLoss         takes it
    #> BatchNorm1d              refuses
    #> BatchNorm2d              refuses
    #> GroupNorm                refuses
    #> Flatten                  reads it otherwise
    #> Softmax2d                takes it
    #> PixelShuffle             takes it
# --8<-- [end:unbatched]

# --8<-- [start:refuses]
for layer, x in ((nn.BatchNorm1d(8), vector), (nn.BatchNorm2d(4), image), (nn.GroupNorm(2, 4), image)):
    try:
        layer(x)
    except (RuntimeError, ValueError) as error:
        print(f"{type(layer).__name__}: {str(error).split(', but got')[0]}")
        #> BatchNorm1d: expected 2D or 3D input (got 1D input)
        #> BatchNorm2d: expected 4D input (got 3D input)
        #> GroupNorm: Expected weight to be a vector of size equal to the number of channels in input
print("as a batch of one:", tuple(nn.BatchNorm2d(4).eval()(image.unsqueeze(0)).squeeze(0).shape))
#> as a batch of one: (4, 8, 8)
# --8<-- [end:refuses]

# --8<-- [start:otherwise]
digits = torch.ones(8, 28, 28)  # meant: a batch of 8 images with one channel
print("Conv2d(8, ...):", tuple(nn.Conv2d(8, 4, 3)(digits).shape))  # read: one image with 8 channels
#> Conv2d(8, ...): (4, 26, 26)
try:
    nn.Conv2d(1, 4, 3)(digits)
except RuntimeError as error:
    print(str(error).split("weight of size [4, 1, 3, 3], ")[-1])
    #> expected input[1, 8, 28, 28] to have 1 channels, but got 8 channels instead
print("Flatten:", tuple(nn.Flatten()(image).shape))  # meant (256,): the channels were taken for the batch
#> Flatten: (4, 64)
square, norm = torch.arange(64.0).reshape(8, 8), nn.BatchNorm1d(8)  # meant: (channels=8, length=8)
print("BatchNorm1d as a batch of one:", torch.allclose(norm(square), norm(square.unsqueeze(0)).squeeze(0)))
#> BatchNorm1d as a batch of one: False
samples, lstm = torch.ones(5, 8), nn.LSTM(8, 2, batch_first=True)  # meant: 5 samples of one step
together, apart = lstm(samples)[0], lstm(samples.unsqueeze(1))[0].squeeze(1)
print("LSTM:", tuple(together.shape), "as 5 samples:", torch.allclose(together, apart))  # read: 5 steps of one sample
#> LSTM: (5, 2) as 5 samples: False
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    nn.Dropout2d()(image)
print("Dropout2d:", str(caught[0].message).split(" - ")[0])
#> Dropout2d: dropout2d: Received a 3D input to dropout2d and assuming that channel-wise 1D dropout behavior is desired
# --8<-- [end:otherwise]
