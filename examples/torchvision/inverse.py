"""Back from Normalize, to look at what the model sees."""

# --8<-- [start:inverse]
import torch
from matplotlib.figure import Figure
from torchvision.transforms import v2

from torchmemo import denormalize, image_report

mean, std = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)
image = torch.arange(30.0).reshape(3, 2, 5) / 29  # (channels=3, height=2, width=5)
x = v2.Normalize(mean, std)(image)
print("normalized:", image_report(x))
#> normalized: Tensor float32 (3, 2, 5) CHW, -2.118 to 2.64
back = denormalize(x, mean, std)
print("back:", image_report(back), "as before:", torch.allclose(back, image))
#> back: Tensor float32 (3, 2, 5) CHW, 0 to 1 as before: True
print("for imshow:", image_report(back.clamp(0, 1).permute(1, 2, 0)))
#> for imshow: Tensor float32 (2, 5, 3) HWC, 0 to 1
try:
    Figure().subplots().imshow(back.numpy())  # channels first
except TypeError as error:
    print(error)
    #> Invalid shape (3, 2, 5) for image data
# --8<-- [end:inverse]
