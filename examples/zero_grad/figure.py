"""With and without zero_grad() on the way down, drawn."""

# --8<-- [start:figure]
import torch
from matplotlib.figure import Figure

from torchmemo.figures import BLUE, ORANGE, save_svg


def walk(clear, num_steps=60):
    w = torch.tensor(1.0, requires_grad=True)  # the loss w² is least at 0
    optimizer = torch.optim.SGD([w], lr=0.1)
    path = [w.item()]
    for _ in range(num_steps):
        if clear:
            optimizer.zero_grad()
        (w**2).backward()
        optimizer.step()
        path.append(w.item())
    return path


words = {"ko": ("걸음", "zero_grad()를 부름", "잊음"), "en": ("step", "with zero_grad()", "without")}
for language, (step, called, forgotten) in words.items():
    figure = Figure(figsize=(6, 2.8), layout="constrained")
    axes = figure.subplots()
    axes.axhline(0, color="black", linewidth=0.8)
    axes.plot(walk(clear=True), color=BLUE, linewidth=2, label=called)
    axes.plot(walk(clear=False), color=ORANGE, linewidth=2, label=forgotten)
    axes.set(xlabel=step, ylabel="w", ylim=(-1.2, 1.8))
    axes.legend(frameon=False, loc="upper right", ncols=2)
    save_svg(figure, f"path.{language}.svg")
# --8<-- [end:figure]
