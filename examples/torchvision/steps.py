"""The range of an image at each step on its way into a model."""

# --8<-- [start:setup]
import warnings

import numpy as np
import torch
from PIL import Image
from torchvision.transforms import ToTensor, v2

from torchmemo import image_report

image = Image.fromarray(np.array([[0, 128, 255]], dtype=np.uint8))  # black, gray, white
# --8<-- [end:setup]

# --8<-- [start:steps]
print("PIL image:    ", image_report(image))
#> PIL image:     PIL image L, 3 wide, 1 high, 0 to 255
for transform in (v2.ToImage(), v2.ToDtype(torch.float32, scale=True), v2.Normalize((0.5,), (0.5,))):
    image = transform(image)
    print(f"{type(transform).__name__ + ':':14}", image_report(image))
    #> ToImage:       Tensor uint8 (1, 1, 3) CHW, 0 to 255
    #> ToDtype:       Tensor float32 (1, 1, 3) CHW, 0 to 1
    #> Normalize:     Tensor float32 (1, 1, 3) CHW, -1 to 1
# --8<-- [end:steps]

# --8<-- [start:scale]
pixels = torch.tensor([[[0, 128, 255]]], dtype=torch.uint8)  # (channels=1, height=1, width=3)
forgotten = v2.Compose([v2.ToDtype(torch.float32), v2.Normalize((0.5,), (0.5,))])
print(image_report(forgotten(pixels)))
#> Tensor float32 (1, 1, 3) CHW, -1 to 509
# --8<-- [end:scale]

# --8<-- [start:to_tensor]
every_byte = Image.fromarray(np.arange(256, dtype=np.uint8)[None])  # 256 wide, 1 high
old = ToTensor()(every_byte)
print("ToTensor:", image_report(old))
#> ToTensor: Tensor float32 (1, 1, 256) CHW, 0 to 1
new = v2.Compose([v2.ToImage(), v2.ToDtype(torch.float32, scale=True)])(every_byte)
print(f"{(old != new).sum()} of 256 values differ, by at most {(old - new).abs().max():.0e}")
#> 126 of 256 values differ, by at most 6e-08
print("equal:", torch.equal(old, new), "allclose:", torch.allclose(old, new))
#> equal: False allclose: True
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    v2.ToTensor()
print(str(caught[0].message).split(". ")[0])
#> The transform `ToTensor()` is deprecated and will be removed in a future release
# --8<-- [end:to_tensor]
