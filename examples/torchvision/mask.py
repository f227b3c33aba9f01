"""A mask of class numbers is a Mask, not an image."""

# --8<-- [start:masks]
import torch
from PIL import Image
from torchvision import tv_tensors
from torchvision.transforms import ToTensor, v2

numbers = torch.zeros(8, 8, dtype=torch.uint8)  # (height, width): class numbers, 0 and 3
numbers[:, 3:] = 3
divided = ToTensor()(Image.fromarray(numbers.numpy()))
print("ToTensor:", [round(value, 4) for value in divided.unique().tolist()])
#> ToTensor: [0.0, 0.0118]
for kind in (tv_tensors.Image, tv_tensors.Mask):
    resized = v2.Resize((5, 5))(kind(numbers)).unique().tolist()
    print(f"resized as {kind.__name__}, only 0 and 3:", resized == [0, 3])
    #> resized as Image, only 0 and 3: False
    #> resized as Mask, only 0 and 3: True
# --8<-- [end:masks]

# --8<-- [start:together]
transform = v2.Compose(
    [
        v2.RandomCrop(6),
        v2.RandomHorizontalFlip(),
        v2.ToDtype({tv_tensors.Image: torch.float32, tv_tensors.Mask: torch.int64, "others": None}, scale=True),
    ]
)
image = tv_tensors.Image((80 * numbers).expand(3, 8, 8))  # bright where the class is 3
pairs = [transform(image, tv_tensors.Mask(numbers)) for _ in range(20)]
print(pairs[0][0].dtype, pairs[0][1].dtype, pairs[0][1].unique().tolist())
#> torch.float32 torch.int64 [0, 3]
print("the same crop and flip:", all(torch.equal(x[0] > 0, mask == 3) for x, mask in pairs))
#> the same crop and flip: True
# --8<-- [end:together]
