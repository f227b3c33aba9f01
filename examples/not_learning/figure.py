"""Three learning rates on one problem: too small, right, too large."""

# --8<-- [start:figure]
import torch
from matplotlib.figure import Figure
from torch import nn

from torchmemo.figures import BLUE, GREY, ORANGE, save_svg


def curve(lr, num_steps=60):
    torch.manual_seed(0)
    x = torch.randn(256, 10)
    y = torch.sin(x.sum(dim=1, keepdim=True))
    model = nn.Sequential(nn.Linear(10, 64), nn.ReLU(), nn.Linear(64, 1))
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=0.9)
    losses = []
    for _ in range(num_steps):
        loss = nn.MSELoss()(model(x), y)
        losses.append(loss.item())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return losses


for language, (small, right, large, steps, loss) in {
    "ko": ("lr=0.001: 너무 작다", "lr=0.1: 알맞다", "lr=1: 너무 크다", "스텝", "손실"),
    "en": ("lr=0.001: too small", "lr=0.1: right", "lr=1: too large", "step", "loss"),
}.items():
    figure = Figure(figsize=(5, 2.8), layout="constrained")
    axes = figure.subplots()
    for lr, text, color, style in (
        (1e-3, small, GREY, "dotted"),
        (1e-1, right, BLUE, "solid"),
        (1.0, large, ORANGE, "dashed"),
    ):
        axes.plot(curve(lr), color=color, linestyle=style, label=text)
    axes.set(xlabel=steps, ylabel=loss, ylim=(0, 1.2))
    axes.legend(frameon=False, loc="upper right")
    axes.spines[["top", "right"]].set_visible(False)
    save_svg(figure, f"rates.{language}.svg")
# --8<-- [end:figure]
