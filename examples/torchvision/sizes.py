"""A batch wants images of one size."""

# --8<-- [start:sizes]
import torch
from torch.utils.data import DataLoader
from torchvision.transforms import v2

images = [torch.zeros(3, 20, 30), torch.zeros(3, 40, 30)]
try:
    next(iter(DataLoader(images, batch_size=2)))
except RuntimeError as error:
    print(error)
    #> stack expects each tensor to be equal size, but got [3, 20, 30] at entry 0 and [3, 40, 30] at entry 1
for name, resize in (("Resize(16)", v2.Resize(16)), ("Resize((16, 16))", v2.Resize((16, 16)))):
    print(f"{name}:", [tuple(resize(image).shape) for image in images])
    #> Resize(16): [(3, 16, 24), (3, 21, 16)]
    #> Resize((16, 16)): [(3, 16, 16), (3, 16, 16)]
# --8<-- [end:sizes]
