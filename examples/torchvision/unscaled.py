"""ToTensor scales bytes, and nothing else."""

# --8<-- [start:setup]
import numpy as np
import torch
from PIL import Image
from torchvision.transforms import ToTensor, v2

from torchmemo import image_report

pixels = np.array([[[0, 128, 255]]], dtype=np.uint8)  # (height=1, width=1, channels=3)
# --8<-- [end:setup]

# --8<-- [start:unscaled]
deep = Image.fromarray(np.array([[0, 32768, 65535]], dtype=np.uint16))
inputs = {
    "bytes": pixels,
    "floats": pixels.astype(np.float32),
    "int32": pixels.astype(np.int32),
    "16 bit": deep,
}
for name, pixels in inputs.items():
    print(f"{name:6}", image_report(ToTensor()(pixels)))
    #> bytes  Tensor float32 (3, 1, 1) CHW, 0 to 1
    #> floats Tensor float32 (3, 1, 1) CHW, 0 to 255
    #> int32  Tensor int32 (3, 1, 1) CHW, 0 to 255
    #> 16 bit Tensor int16 (1, 1, 3) CHW, -32768 to 0
new = v2.Compose([v2.ToImage(), v2.ToDtype(torch.float32, scale=True)])
for name in ("floats", "16 bit"):
    print(f"v2, {name}:", image_report(new(inputs[name])))
    #> v2, floats: Tensor float32 (3, 1, 1) CHW, 0 to 255
    #> v2, 16 bit: Tensor float32 (1, 1, 3) CHW, 0 to 1
# --8<-- [end:unscaled]
