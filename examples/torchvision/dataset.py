"""What a dataset of torchvision returns, asked of FakeData, which needs no download."""

# --8<-- [start:dataset]
import torch
from torchvision.datasets import FakeData

from torchmemo import image_report

dataset = FakeData(size=4, image_size=(3, 24, 32), num_classes=10)
image, label = dataset[0]
print(type(image).__name__, type(label).__name__)
#> Image int
print(image_report(image))
#> PIL image RGB, 32 wide, 24 high, 0 to 255
# --8<-- [end:dataset]

# --8<-- [start:collate]
try:
    next(iter(torch.utils.data.DataLoader(dataset, batch_size=2)))
except TypeError as error:
    print(str(error).split(";")[0])
    #> default_collate: batch must contain tensors, numpy arrays, numbers, dicts or lists
# --8<-- [end:collate]
