"""A batch wants images of one size, and images want to keep their proportions."""

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
ways = {
    "Resize(16)": v2.Resize(16),
    "Resize((16, 16))": v2.Resize((16, 16)),
    "Resize(16), CenterCrop(16)": v2.Compose([v2.Resize(16), v2.CenterCrop(16)]),
    "RandomResizedCrop(16)": v2.RandomResizedCrop(16),
}
for name, way in ways.items():
    print(f"{name}:", [tuple(way(image).shape) for image in images])
    #> Resize(16): [(3, 16, 24), (3, 21, 16)]
    #> Resize((16, 16)): [(3, 16, 16), (3, 16, 16)]
    #> Resize(16), CenterCrop(16): [(3, 16, 16), (3, 16, 16)]
    #> RandomResizedCrop(16): [(3, 16, 16), (3, 16, 16)]
# --8<-- [end:sizes]

# --8<-- [start:proportions]
square = torch.zeros(1, 20, 40)
square[:, 5:15, 15:25] = 1.0  # 10 high, 10 wide
for name in ("Resize((16, 16))", "Resize(16), CenterCrop(16)"):
    shown = ways[name](square)[0] > 0.5
    print(f"{name}: the square is {shown.any(dim=1).sum()} high, {shown.any(dim=0).sum()} wide")
    #> Resize((16, 16)): the square is 8 high, 4 wide
    #> Resize(16), CenterCrop(16): the square is 8 high, 8 wide
# --8<-- [end:proportions]

# --8<-- [start:antialias]
stripes = torch.zeros(1, 9, 9)
stripes[:, :, ::2] = 1.0
for antialias in (True, False):
    print(antialias, [round(value, 2) for value in v2.Resize(3, antialias=antialias)(stripes)[0, 0].tolist()])
    #> True [0.5, 0.56, 0.5]
    #> False [0.0, 1.0, 0.0]
# --8<-- [end:antialias]
