"""ToTensor scales bytes, and nothing else."""

# --8<-- [start:setup]
import warnings

import numpy as np
from PIL import Image
from torchvision.transforms import ToTensor, v2

from torchmemo import image_report

pixels = np.array([[[0, 128, 255]]], dtype=np.uint8)  # (height=1, width=1, channels=3)
# --8<-- [end:setup]

# --8<-- [start:unscaled]
print("bytes: ", image_report(ToTensor()(pixels)))
#> bytes:  Tensor float32 (3, 1, 1) CHW, 0 to 1
print("floats:", image_report(ToTensor()(pixels.astype(np.float32))))
#> floats: Tensor float32 (3, 1, 1) CHW, 0 to 255
print("int32: ", image_report(ToTensor()(pixels.astype(np.int32))))
#> int32:  Tensor int32 (3, 1, 1) CHW, 0 to 255
deep = Image.fromarray(np.array([[0, 32768, 65535]], dtype=np.uint16))
print("16 bit:", image_report(ToTensor()(deep)))
#> 16 bit: Tensor int16 (1, 1, 3) CHW, -32768 to 0
# --8<-- [end:unscaled]

# --8<-- [start:deprecated]
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    v2.ToTensor()
print(str(caught[0].message).split(". ")[0])
#> The transform `ToTensor()` is deprecated and will be removed in a future release
# --8<-- [end:deprecated]
