"""The usual pipeline of torchvision.transforms.v2, for training and for evaluation."""

# --8<-- [start:setup]
import torch
from torch.utils.data import DataLoader
from torchvision.datasets import FakeData
from torchvision.transforms import v2

from torchmemo import image_report

mean, std = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)  # of ImageNet, for models that were trained on it

train = v2.Compose(
    [
        v2.ToImage(),  # PIL image -> uint8 tensor (3, H, W), 0 to 255
        v2.RandomResizedCrop(224),  # a random part of it, made 224 by 224
        v2.RandomHorizontalFlip(),
        v2.ToDtype(torch.float32, scale=True),  # 0 to 1
        v2.Normalize(mean, std),
    ]
)
evaluate = v2.Compose(
    [
        v2.ToImage(),
        v2.Resize(256),  # the shorter side; the proportions stay
        v2.CenterCrop(224),
        v2.ToDtype(torch.float32, scale=True),
        v2.Normalize(mean, std),
    ]
)
# --8<-- [end:setup]

# --8<-- [start:pipeline]
dataset = FakeData(size=8, image_size=(3, 300, 400), num_classes=10, transform=train)
images, labels = next(iter(DataLoader(dataset, batch_size=4, shuffle=True)))
print("training:  ", images.dtype, tuple(images.shape), labels.dtype, tuple(labels.shape))
#> training:   torch.float32 (4, 3, 224, 224) torch.int64 (4,)

photo, label = FakeData(size=1, image_size=(3, 300, 400))[0]  # without transform=, a PIL image
print("from:      ", image_report(photo))
#> from:       PIL image RGB, 400 wide, 300 high, 0 to 255
for name, transform in (("training", train), ("evaluation", evaluate)):
    print(f"{name}: twice the same: {torch.equal(transform(photo), transform(photo))}")
    #> training: twice the same: False
    #> evaluation: twice the same: True
# --8<-- [end:pipeline]
