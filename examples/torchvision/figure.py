"""The values of a photograph at each step of a transform, drawn."""

# --8<-- [start:figure]
import numpy as np
import torch
from matplotlib.figure import Figure
from PIL import Image
from sklearn.datasets import load_sample_image
from torchvision.transforms import v2

from torchmemo.figures import BLUE, save_svg

photo = Image.fromarray(load_sample_image("flower.jpg"))  # uint8, 427 high, 640 wide
scaled = v2.Compose([v2.ToImage(), v2.ToDtype(torch.float32, scale=True)])(photo)  # (3, 427, 640)
normalized = v2.Normalize(mean=[0.485, 0.456, 0.406], std=[0.229, 0.224, 0.225])(scaled)
steps = {"PIL": np.asarray(photo), "ToDtype": scaled.numpy(), "Normalize": normalized.numpy()}
words = {"ko": "픽셀의 값", "en": "value of a pixel"}
for language, xlabel in words.items():
    figure = Figure(figsize=(7, 2.4), layout="constrained")
    for axes, (name, values) in zip(figure.subplots(1, 3), steps.items(), strict=True):
        counts, edges = np.histogram(values, bins=32)
        axes.stairs(counts / values.size, edges, fill=True, color=BLUE)
        axes.set(title=f"{name}: {values.min():.3g} … {values.max():.3g}", xlabel=xlabel, yticks=[])
    save_svg(figure, f"ranges.{language}.svg")
# --8<-- [end:figure]
