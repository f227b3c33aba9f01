"""The loss of a score, and of a score that went through softmax first: flat, where it should fall."""

# --8<-- [start:figure]
import torch
import torch.nn.functional as F
from matplotlib.figure import Figure

from torchmemo.figures import BLUE, ORANGE, save_svg

lead = torch.linspace(-6, 12, 181)  # how far the score of the correct class is above the other two
scores = torch.stack([lead, 0 * lead, 0 * lead], dim=1)  # (181, classes=3)
label = torch.zeros(181, dtype=torch.long)
once = F.cross_entropy(scores, label, reduction="none")
twice = F.cross_entropy(scores.softmax(1), label, reduction="none")
for language, texts in {
    "ko": ("점수를 그대로", "softmax를 먼저", "정답 클래스의 점수 − 나머지의 점수", "손실"),
    "en": ("scores as they are", "softmax first", "score of the correct class, above the others", "loss"),
}.items():
    figure = Figure(figsize=(5, 2.8), layout="constrained")
    axes = figure.subplots()
    axes.plot(lead, once, color=BLUE)
    axes.plot(lead, twice, color=ORANGE, linestyle="dashed")
    axes.text(-5.8, 4.1, texts[0], color=BLUE)
    axes.text(5, 0.75, texts[1], color=ORANGE)
    axes.set(xlabel=texts[2], ylabel=texts[3], ylim=(0, 5))
    axes.spines[["top", "right"]].set_visible(False)
    save_svg(figure, f"twice.{language}.svg")
print(f"12 above the others: {once[-1]:.4f} and {twice[-1]:.4f}")
#> 12 above the others: 0.0000 and 0.5515
# --8<-- [end:figure]
