"""The shapes that go through a Sequential, drawn to scale."""

# --8<-- [start:figure]
import torch
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from torch import nn

from torchmemo import trace_shapes
from torchmemo.figures import BLUE, ORANGE, save_svg

model = nn.Sequential(
    nn.Conv2d(1, 8, kernel_size=3, padding=1),
    nn.MaxPool2d(2),
    nn.Conv2d(8, 16, kernel_size=3, padding=1),
    nn.MaxPool2d(2),
    nn.Flatten(),
    nn.Linear(784, 10),
)
x = torch.zeros(1, 1, 28, 28)
shapes = [("x", tuple(x.shape))]
shapes += [(type(model[int(row.name)]).__name__, row.output) for row in trace_shapes(model, x)]

words = {
    "ko": "파랑: 높이 = 이미지의 한 변, 너비 = 채널 수. 주황: 높이 = 값의 수 ÷ 28",
    "en": "blue: height = side of the image, width = channels; orange: height = values ÷ 28",
}
for language, title in words.items():
    figure = Figure(figsize=(7, 2.6), layout="constrained")
    axes = figure.subplots()
    for place, (name, shape) in enumerate(shapes):
        height = shape[2] if len(shape) == 4 else shape[1] / 28  # a row of 784 is as tall as the image of 28 × 28
        width = shape[1] / 28 if len(shape) == 4 else 1 / 28
        axes.add_patch(
            Rectangle((place - width / 2, -height / 2), width, height, color=BLUE if len(shape) == 4 else ORANGE)
        )
        axes.text(place, 18, name, ha="center", fontsize=9)
        axes.text(place, -21, " × ".join(str(size) for size in shape[1:]), ha="center", fontsize=9)
    axes.set(xlim=(-0.6, len(shapes) - 0.4), ylim=(-24, 22))
    axes.set_title(title, fontsize=10)
    axes.axis("off")
    save_svg(figure, f"shapes.{language}.svg")
# --8<-- [end:figure]
