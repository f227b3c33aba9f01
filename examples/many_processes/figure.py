"""The gradients of two shares of a batch, and their average, drawn."""

# --8<-- [start:figure]
import torch
from matplotlib.figure import Figure
from torch import nn

from torchmemo.figures import BLUE, GREY, ORANGE, save_svg

net = nn.Linear(2, 1, bias=False)
nn.init.zeros_(net.weight)
x, y = torch.arange(8.0).reshape(4, 2), torch.ones(4, 1)


def gradient(rows):
    net.zero_grad()
    nn.functional.mse_loss(net(x[rows]), y[rows]).backward()
    return net.weight.grad[0].clone()


shares = [gradient(slice(rank, None, 2)) for rank in range(2)]  # as ddp.py shares them out
average, whole = sum(shares) / 2, gradient(slice(None))
assert torch.equal(average, whole)

words = {
    "ko": ("프로세스 {}의 변화도", "평균 = 배치 전체", "첫 번째 가중치에 대한 변화도", "두 번째 가중치에 대한 변화도"),
    "en": ("gradient of process {}", "average = whole batch", "with respect to the first weight", "with respect to the second weight"),
}
for language, (share, both, xlabel, ylabel) in words.items():
    figure = Figure(figsize=(6, 3.2), layout="constrained")
    axes = figure.subplots()
    for rank, grad in enumerate(shares):
        axes.annotate("", grad.tolist(), (0, 0), arrowprops={"arrowstyle": "->", "color": BLUE, "linewidth": 2})
        axes.text(grad[0] + 0.2, grad[1] - 0.2, share.format(rank), va="top")
    axes.plot(*torch.stack(shares).T, "--", color=GREY)
    axes.annotate("", average.tolist(), (0, 0), arrowprops={"arrowstyle": "->", "color": ORANGE, "linewidth": 3})
    axes.text(average[0] + 0.2, average[1] - 0.2, both, va="top")
    axes.set(xlabel=xlabel, ylabel=ylabel, xlim=(-9, 1), ylim=(-11.5, 0.5))
    save_svg(figure, f"average.{language}.svg")
# --8<-- [end:figure]
