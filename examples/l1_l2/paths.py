"""Coefficients over the strength of L1, by proximal steps and by the term in the loss, drawn."""

# --8<-- [start:paths]
import torch
from matplotlib.figure import Figure

from torchmemo import soft_threshold
from torchmemo.figures import BLUE, ORANGE, save_svg

goal = torch.tensor([3.0, 2.0, 1.0, 0.5])  # the least of (w - goal)²/2, without L1
lams = torch.linspace(0, 3.5, 71)


def proximal(lam, lr=0.3, num_steps=60):
    w, steps = torch.zeros(4), []
    for _ in range(num_steps):
        w = soft_threshold(w - lr * (w - goal), lr * lam)
        steps.append(w)
    return torch.stack(steps[-20:])  # (20, 4)


def in_the_loss(lam, lr=0.3, num_steps=60):
    w, steps = torch.full((4,), 0.01, requires_grad=True), []
    optimizer = torch.optim.SGD([w], lr=lr)
    for _ in range(num_steps):
        optimizer.zero_grad()
        (((w - goal) ** 2).sum() / 2 + lam * w.abs().sum()).backward()
        optimizer.step()
        steps.append(w.detach().clone())
    return torch.stack(steps[-20:])  # (20, 4)


words = {"ko": ("소프트 임계", "손실에 더한 L1"), "en": ("soft threshold", "L1 in the loss")}
for language, titles in words.items():
    figure = Figure(figsize=(6, 2.8), layout="constrained")
    for axes, title, solve in zip(figure.subplots(1, 2, sharey=True), titles, [proximal, in_the_loss], strict=True):
        last = torch.stack([solve(lam) for lam in lams])  # (71, 20, 4)
        color = BLUE if solve is proximal else ORANGE
        axes.axhline(0, color="black", linewidth=0.8)
        for low, high in zip(last.amin(1).T, last.amax(1).T, strict=True):
            axes.fill_between(lams, low, high, color=color, alpha=0.2)
            axes.plot(lams, torch.stack([low, high], dim=1), color=color, linewidth=1)
        axes.set(title=title, xlabel="λ", xlim=(0, 3.5))
    save_svg(figure, f"paths.{language}.svg")
# --8<-- [end:paths]
