"""Real images without a download: mean and deviation from the data, not from another page."""

# --8<-- [start:setup]
import torch
from sklearn.datasets import load_digits
from torch.utils.data import DataLoader, Dataset
from torchvision.transforms import v2

from torchmemo import image_report

pixels = load_digits().images  # (1797, 8, 8)
# --8<-- [end:setup]

# --8<-- [start:range]
images = torch.from_numpy(pixels).float().unsqueeze(1)  # (1797, 1, 8, 8)
print(image_report(images))
#> Tensor float32 (1797, 1, 8, 8) NCHW, 0 to 16
print("divided by 255:", image_report(images / 255))
#> divided by 255: Tensor float32 (1797, 1, 8, 8) NCHW, 0 to 0.06275
print("divided by 16: ", image_report(images / 16))
#> divided by 16:  Tensor float32 (1797, 1, 8, 8) NCHW, 0 to 1
# --8<-- [end:range]

# --8<-- [start:statistics]
train = images[:1500] / 16  # from the training images alone
mean, std = train.mean(dim=(0, 2, 3)), train.std(dim=(0, 2, 3))  # over all but the channels
print("mean:", [round(value, 3) for value in mean.tolist()], "std:", [round(value, 3) for value in std.tolist()])
#> mean: [0.305] std: [0.375]
x = v2.Normalize(mean.tolist(), std.tolist())(train)
print(f"after: mean {abs(x.mean().item()):.3f}, std {x.std().item():.3f}")
#> after: mean 0.000, std 1.000
# --8<-- [end:statistics]

# --8<-- [start:own]
class Digits(Dataset):
    def __init__(self, images, labels, transform):
        self.images, self.labels, self.transform = images, labels, transform

    def __len__(self):
        return len(self.images)

    def __getitem__(self, index):
        return self.transform(self.images[index]), self.labels[index]


labels = load_digits().target
normalize = v2.Normalize(mean.tolist(), std.tolist())
turned = v2.Compose([v2.RandomRotation(15), normalize])  # for training alone
loader = DataLoader(Digits(images[:1500] / 16, labels[:1500], turned), batch_size=32, shuffle=True)
held_out = DataLoader(Digits(images[1500:] / 16, labels[1500:], normalize), batch_size=32)
for name, batches in (("training", loader), ("held out", held_out)):
    x, y = next(iter(batches))
    print(f"{name}: {tuple(x.shape)} {x.dtype}, {tuple(y.shape)} {y.dtype}")
    #> training: (32, 1, 8, 8) torch.float32, (32,) torch.int64
    #> held out: (32, 1, 8, 8) torch.float32, (32,) torch.int64
for name, data in (("training", loader.dataset), ("held out", held_out.dataset)):
    same = all(torch.equal(data[index][0], data[index][0]) for index in range(50))
    print(f"{name}: the same image twice is the same: {same}")
    #> training: the same image twice is the same: False
    #> held out: the same image twice is the same: True
# --8<-- [end:own]
