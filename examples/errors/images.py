"""Image files and images that a transform does not take."""

# --8<-- [start:images]
import io
import tempfile

import numpy as np
import torch
from PIL import Image
from torchvision import datasets, transforms

folder = tempfile.mkdtemp()
calls = [
    lambda: datasets.MNIST(folder),  # nothing there: download=True, or another root=
    lambda: datasets.ImageFolder(folder),  # root/class/image.png
    lambda: Image.open(io.BytesIO(b"<html>")),  # no image: a page that says "not found"
    lambda: Image.fromarray(np.zeros((3, 8, 8), dtype=np.float32)),  # (height, width, channels), uint8
    lambda: transforms.Grayscale()(np.zeros((8, 8, 3))),  # an array: Image.fromarray(array)
    lambda: transforms.RandomCrop(32)(torch.zeros(3, 8, 8)),  # Resize first, or pad_if_needed=True
    lambda: transforms.Normalize([0.0], [0.0])(torch.zeros(1, 8, 8)),  # nothing can be divided by 0
]
for call in calls:
    try:
        call()
    except (RuntimeError, OSError, TypeError, ValueError) as error:
        print(str(error).split(folder)[0].split("<_io")[0])
        #> Dataset not found. You can use download=True to download it
        #> Couldn't find any class folder in
        #> cannot identify image file
        #> Cannot handle this data type: (1, 1, 8), <f4
        #> img should be PIL Image. Got <class 'numpy.ndarray'>
        #> Required crop size (32, 32) is larger than input image size (8, 8)
        #> std evaluated to zero after conversion to torch.float32, leading to division by zero.
# --8<-- [end:images]
