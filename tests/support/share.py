"""Draw the picture that a link to the site is shown with: ``python tests/support/share.py`` puts it into the theme."""

from __future__ import annotations

from pathlib import Path

from matplotlib.figure import Figure

CODE = ["loss.backward()", "optimizer.step()", "optimizer.zero_grad()", "print(w.grad)"]


def draw(path: Path) -> None:
    """Draw it, 1200 by 630 pixels."""
    figure = Figure(figsize=(12, 6.3), dpi=100, facecolor="#16181d")
    figure.text(0.06, 0.76, "torchmemo", color="white", fontsize=64, weight="bold")
    figure.text(0.06, 0.65, "PyTorch answers, in code that ran", color="#c9ccd6", fontsize=28)
    for number, line in enumerate(CODE):
        figure.text(0.06, 0.46 - 0.09 * number, line, color="#84a6f5", fontsize=26, family="monospace")
    figure.text(0.06, 0.46 - 0.09 * len(CODE), "None", color="#ffb08f", fontsize=26, family="monospace")
    axes = figure.add_axes((0.62, 0.16, 0.32, 0.42))
    axes.plot([0.9**step for step in range(40)], color="#ffb08f", linewidth=4)
    axes.set_axis_off()
    figure.savefig(path, dpi=100, facecolor=figure.get_facecolor())


if __name__ == "__main__":
    draw(Path(__file__).resolve().parents[2] / "docs" / "theme" / "assets" / "share.png")
