"""ImageFolder numbers the classes by the names of their folders, in alphabetical order."""

# --8<-- [start:folder]
from pathlib import Path

from PIL import Image
from torchvision.datasets import ImageFolder

for part, names in {"train": ["dog", "cat", "9", "10"], "test": ["dog", "9"]}.items():
    for name in names:
        Path(part, name).mkdir(parents=True)
        Image.new("RGB", (8, 8)).save(f"{part}/{name}/0.png")
    print(part, ImageFolder(part).class_to_idx)
    #> train {'10': 0, '9': 1, 'cat': 2, 'dog': 3}
    #> test {'9': 0, 'dog': 1}
# --8<-- [end:folder]
