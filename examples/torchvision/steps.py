"""The range of an image at each step on its way into a model."""

# --8<-- [start:setup]
import numpy as np
import torch
from PIL import Image
from torchvision.transforms import Compose, Normalize, ToTensor, v2

from torchmemo import image_report

image = Image.fromarray(np.array([[0, 128, 255]], dtype=np.uint8))  # black, grey, white
# --8<-- [end:setup]

# --8<-- [start:steps]
print(image_report(image))
#> PIL image L, 3 wide, 1 high, 0 to 255
tensor = ToTensor()(image)
print(image_report(tensor), [round(value, 4) for value in tensor.flatten().tolist()])
#> Tensor float32 (1, 1, 3) CHW, 0 to 1 [0.0, 0.502, 1.0]
normalized = Normalize((0.5,), (0.5,))(tensor)
print(image_report(normalized), [round(value, 4) for value in normalized.flatten().tolist()])
#> Tensor float32 (1, 1, 3) CHW, -1 to 1 [-1.0, 0.0039, 1.0]
# --8<-- [end:steps]

# --8<-- [start:v2]
old = Compose([ToTensor(), Normalize((0.5,), (0.5,))])
new = v2.Compose([v2.ToImage(), v2.ToDtype(torch.float32, scale=True), v2.Normalize((0.5,), (0.5,))])
print("the same:", torch.equal(old(image), new(image)))
#> the same: True
# --8<-- [end:v2]

# --8<-- [start:scale]
forgotten = v2.Compose([v2.ToImage(), v2.ToDtype(torch.float32), v2.Normalize((0.5,), (0.5,))])
print(image_report(forgotten(image)))
#> Tensor float32 (1, 1, 3) CHW, -1 to 509
# --8<-- [end:scale]
