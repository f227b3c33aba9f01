"""What one outlier does to the line, drawn."""

# --8<-- [start:figure]
import torch
from matplotlib.figure import Figure

from torchmemo import fit_huber, fit_ols
from torchmemo.figures import BLUE, GREY, ORANGE, save_svg

x = torch.arange(20, dtype=torch.float64)[:, None]  # (samples=20, features=1)
y = 2 * x[:, 0] + 1
y[-1] += 300
lines = {"without": fit_ols(x[:-1], y[:-1]), "with": fit_ols(x, y), "huber": fit_huber(x, y, delta=1.0)}
words = {
    "ko": {"points": "관측", "without": "이상치를 뺀 OLS", "with": "OLS", "huber": "Huber"},
    "en": {"points": "observed", "without": "OLS without the outlier", "with": "OLS", "huber": "Huber"},
}
for language, said in words.items():
    figure = Figure(figsize=(6, 3.4), layout="constrained")
    axes = figure.subplots()
    axes.plot(x[:, 0], y, "o", color=GREY, markersize=4, label=said["points"])
    for (name, fit), color, style in zip(lines.items(), (BLUE, ORANGE, "black"), ("-", "-", ":"), strict=True):
        axes.plot(x[:, 0], fit.predict(x), style, color=color, linewidth=2, label=said[name])
    axes.set(xlabel="x", ylabel="y")
    axes.legend(frameon=False)
    save_svg(figure, f"outlier.{language}.svg")
# --8<-- [end:figure]
