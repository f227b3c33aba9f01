"""The path over the surface of the loss, with and without zero_grad()."""

# --8<-- [start:figure]
import torch
from matplotlib.figure import Figure

from torchmemo.figures import BLUE, GREY, ORANGE, save_svg

curvature = torch.tensor([1.0, 0.3])  # the loss is least at (0, 0), and steeper one way


def loss(w):
    return (curvature * w**2).sum(dim=-1)


def path_of(clear, num_steps=60):
    w = torch.tensor([1.0, 1.0], requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1)
    path = [w.tolist()]
    for _ in range(num_steps):
        if clear:
            optimizer.zero_grad()
        loss(w).backward()
        optimizer.step()
        path.append(w.tolist())
    return torch.tensor(path)  # (num_steps + 1, 2)


grid = torch.meshgrid(torch.linspace(-1.2, 1.2, 60), torch.linspace(-1.2, 1.2, 60), indexing="xy")
words = {"ko": ("zero_grad()를 호출함", "호출하지 않음"), "en": ("with zero_grad()", "without")}
for language, titles in words.items():
    figure = Figure(figsize=(7, 3.6), layout="constrained")
    for axes, title, clear in zip(figure.subplots(1, 2, sharey=True), titles, [True, False], strict=True):
        axes.contour(*grid, loss(torch.stack(grid, dim=-1)), levels=8, colors=GREY, linewidths=0.6)
        axes.plot(*path_of(clear).T, ".-", color=BLUE if clear else ORANGE, linewidth=1.5, markersize=4)
        axes.plot(0, 0, "x", color="black")
        axes.set(aspect="equal", xlabel="w₁", title=title)
    figure.axes[0].set_ylabel("w₂")
    save_svg(figure, f"path.{language}.svg")
# --8<-- [end:figure]
