"""Normalize takes tensors of floats; with another number of means it stops, or makes channels."""

# --8<-- [start:setup]
import numpy as np
import torch
from PIL import Image
from torchvision.transforms import Compose, Normalize, ToTensor, v2

three = Normalize((0.485, 0.456, 0.406), (0.229, 0.224, 0.225))
# --8<-- [end:setup]

# --8<-- [start:grey]
for shape in ((1, 8, 8), (2, 8, 8), (16, 1, 8, 8)):
    try:
        print(f"{shape} becomes", tuple(three(torch.ones(shape)).shape))
    except RuntimeError as error:
        print(f"{shape}: {error}")
        #> (1, 8, 8): output with shape [1, 8, 8] doesn't match the broadcast shape [3, 8, 8]
        #> (2, 8, 8): The size of tensor a (2) must match the size of tensor b (3) at non-singleton dimension 0
        #> (16, 1, 8, 8): output with shape [16, 1, 8, 8] doesn't match the broadcast shape [16, 3, 8, 8]
gray = torch.ones(1, 8, 8)
print("v2.Normalize: (1, 8, 8) becomes", tuple(v2.Normalize(three.mean, three.std)(gray).shape))  # no error
#> v2.Normalize: (1, 8, 8) becomes (3, 8, 8)
one = v2.Normalize((0.5,), (0.5,))
print("one mean: (1, 8, 8) stays", tuple(one(gray).shape), "and (3, 8, 8) stays", tuple(one(torch.ones(3, 8, 8)).shape))
#> one mean: (1, 8, 8) stays (1, 8, 8) and (3, 8, 8) stays (3, 8, 8)
# --8<-- [end:grey]

# --8<-- [start:too_early]
image = Image.fromarray(np.zeros((8, 8, 3), dtype=np.uint8))
try:
    Compose([three, ToTensor()])(image)
except TypeError as error:
    print(str(error).split(" <")[0])
    #> img should be Tensor Image. Got
try:
    three(torch.zeros(3, 8, 8, dtype=torch.uint8))
except TypeError as error:
    print(error)
    #> Input tensor should be a float tensor. Got torch.uint8.
try:
    ToTensor()(torch.zeros(3, 8, 8))  # a tensor already
except TypeError as error:
    print(error)
    #> pic should be PIL Image or ndarray. Got <class 'torch.Tensor'>
try:
    v2.Normalize(three.mean, three.std)(image)
except TypeError as error:
    print(error)
    #> Normalize() does not support PIL images.
# --8<-- [end:too_early]
