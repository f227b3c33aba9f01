"""The L1 ball has corners, the L2 ball has none."""

# --8<-- [start:figure]
import torch
from matplotlib.figure import Figure

from torchmemo.figures import BLUE, GREY, ORANGE, save_svg

best = torch.tensor([1.6, 0.35])  # without a penalty; the loss is the squared distance, stretched
stretch = torch.tensor([1.0, 1.2])
angle = torch.linspace(0, 2 * torch.pi, 2001)
circle = torch.stack([angle.cos(), angle.sin()], dim=1)
balls = {"L1": circle / circle.abs().sum(dim=1, keepdim=True), "L2": circle}
grid = torch.meshgrid(torch.linspace(-1.4, 2.2, 80), torch.linspace(-1.4, 1.6, 80), indexing="xy")


def loss(w):
    return ((w - best) * stretch).square().sum(dim=-1)


figure = Figure(figsize=(7, 3.2), layout="constrained")
for axes, (name, ball) in zip(figure.subplots(1, 2, sharey=True), balls.items(), strict=True):
    chosen = ball[loss(ball).argmin()]
    levels = [loss(chosen).item() * times for times in (0.3, 1, 3, 6, 10)]  # the second touches the ball
    axes.contour(*grid, loss(torch.stack(grid, dim=-1)), levels=levels, colors=GREY, linewidths=[0.8, 1.6, 0.8, 0.8, 0.8])
    axes.plot(*ball.T, color=BLUE, linewidth=2)
    axes.plot(*best, "x", color=GREY)
    axes.plot(*chosen, "o", color=ORANGE)
    axes.set(aspect="equal", xlabel="w₁", title=name)
    print(f"{name}: w = {[round(value, 2) for value in chosen.tolist()]}")
    #> L1: w = [1.0, 0.0]
    #> L2: w = [0.97, 0.24]
figure.axes[0].set_ylabel("w₂")
for language in ("ko", "en"):
    save_svg(figure, f"balls.{language}.svg")
# --8<-- [end:figure]
