"""The graph behind a loss, drawn by walking grad_fn."""

# --8<-- [start:figure]
import torch
from matplotlib.figure import Figure

from torchmemo.figures import BLUE, ORANGE, save_svg

x = torch.tensor([1.0, 2.0])
w = torch.tensor([3.0, 4.0], requires_grad=True)
b = torch.tensor(5.0, requires_grad=True)
loss = ((w * x).sum() + b) ** 2
names = {id(w): "w", id(b): "b"}

places, arrows = {}, []  # by node: how far from the loss, and how far down


def walk(node, depth, row):
    places[node] = (depth, row)
    for branch, (below, _) in enumerate(node.next_functions):
        if below is not None:  # x needs no gradient, so nothing leads to it
            arrows.append((node, below))
            row = walk(below, depth + 1, row + (branch > 0))
    return row


walk(loss.grad_fn, 0, 0)
words = {"ko": ("backward()가 가는 쪽", ".grad에 더한다"), "en": ("the way backward() goes", "adds to .grad")}
for language, (title, adds) in words.items():
    figure = Figure(figsize=(7, 2.2), layout="constrained")
    axes = figure.subplots()
    for node, (depth, row) in places.items():
        leaf = getattr(node, "variable", None)  # of AccumulateGrad alone
        text = node.name() if leaf is None else f"{names[id(leaf)]}: {adds}"
        color = BLUE if leaf is None else ORANGE
        box = {"boxstyle": "round", "facecolor": "none", "edgecolor": color}
        axes.text(depth, -row, text, ha="center", va="center", fontsize=9, bbox=box)
    for node, below in arrows:
        (start, start_row), (end, end_row) = places[node], places[below]
        axes.annotate(
            "", (end - 0.42, -end_row), (start + 0.42, -start_row), arrowprops={"arrowstyle": "->", "color": "black"}
        )
    axes.set(xlim=(-0.6, 3.8), ylim=(-1.5, 0.5), title=f"{title} →")
    axes.axis("off")
    save_svg(figure, f"graph.{language}.svg")
# --8<-- [end:figure]
