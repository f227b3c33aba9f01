"""Every schedule, on one scale."""

# --8<-- [start:figure]
from matplotlib.figure import Figure
from torch.optim import lr_scheduler as schedulers

from torchmemo import lr_curve
from torchmemo.figures import ORANGE, save_svg

options = {
    "StepLR": {"step_size": 10, "gamma": 0.5},
    "MultiStepLR": {"milestones": [8, 24], "gamma": 0.3},
    "ConstantLR": {"factor": 0.4, "total_iters": 12},
    "LinearLR": {"start_factor": 0.1, "total_iters": 20},
    "ExponentialLR": {"gamma": 0.92},
    "PolynomialLR": {"total_iters": 32, "power": 2},
    "CosineAnnealingLR": {"T_max": 32},
    "CosineAnnealingWarmRestarts": {"T_0": 6, "T_mult": 2},
    "CyclicLR": {"base_lr": 0.1, "max_lr": 1.0, "step_size_up": 6},
    "OneCycleLR": {"max_lr": 1.0, "total_steps": 40},
    "LambdaLR": {"lr_lambda": lambda step: 1 / (1 + step / 8)},
    "MultiplicativeLR": {"lr_lambda": lambda step: 0.97 if step < 20 else 0.85},
    "ReduceLROnPlateau": {"factor": 0.5, "patience": 2},
}


def make(optimizer, name):
    return getattr(schedulers, name)(optimizer, **options[name])


def chained(optimizer):
    return schedulers.ChainedScheduler([make(optimizer, "LinearLR"), make(optimizer, "ExponentialLR")])


def sequential(optimizer):
    parts = [make(optimizer, "LinearLR"), schedulers.CosineAnnealingLR(optimizer, T_max=20)]
    return schedulers.SequentialLR(optimizer, parts, milestones=[20])


stalled = [max(1 - step / 10, 0.5) for step in range(39)]  # a loss that stops falling after 5 steps
curves = {name: lr_curve(lambda o, n=name: make(o, n), 40, metrics=stalled if "Plateau" in name else None) for name in options}
curves |= {"SequentialLR": lr_curve(sequential, 40), "ChainedScheduler": lr_curve(chained, 40)}

figure = Figure(figsize=(7, 8.5), layout="constrained")
for axes, (name, curve) in zip(figure.subplots(5, 3, sharex=True, sharey=True).flat, curves.items(), strict=True):
    axes.step(range(40), curve, where="post", color=ORANGE, linewidth=2)  # a rate holds for a whole step
    axes.set_title(name, fontsize=8)
    axes.set_ylim(-0.05, 1.1)
for language, step in {"ko": "스텝", "en": "step"}.items():
    figure.supxlabel(step, fontsize=9)
    save_svg(figure, f"curves.{language}.svg")
# --8<-- [end:figure]
