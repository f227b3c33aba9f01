"""Real images without a download: look at their range, and take mean and deviation from them."""

# --8<-- [start:setup]
import torch
from sklearn.datasets import load_digits
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
