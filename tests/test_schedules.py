"""torchmemo.schedules against the closed form of every scheduler that has one, and the page against torch's list."""

import inspect
from math import cos, pi

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sitekit.project import ROOT
from torch.optim import lr_scheduler as schedulers

from torchmemo import lr_curve

NAMES = [
    name
    for name, value in vars(schedulers).items()
    if inspect.isclass(value) and value.__base__ is schedulers.LRScheduler and not name.startswith("_")
]
LR = 0.3


def cosine(start, end, part):
    return end + (start - end) * (1 + cos(pi * part)) / 2


def restarts(t):  # T_0=3, T_mult=2: periods of 3, 6, 12
    period = 3
    while t >= period:
        t, period = t - period, 2 * period
    return cosine(LR, 0.05, t / period)


def triangle(t):  # up in 4 steps, down in 4
    return 0.1 + 0.8 * (1 - abs((t % 8) / 4 - 1))


def one_cycle(t):  # 20 steps, a quarter of them up, from 0.9 / 10 to 0.9 to 0.9 / 10 / 100
    up, down = 0.25 * 20 - 1, 20 - 1
    if t <= up:
        return cosine(0.09, 0.9, t / up)
    return cosine(0.9, 0.0009, (t - up) / (down - up))


CLOSED = {
    "StepLR": ({"step_size": 4, "gamma": 0.5}, lambda t: LR * 0.5 ** (t // 4)),
    "MultiStepLR": ({"milestones": [3, 7], "gamma": 0.2}, lambda t: LR * 0.2 ** ((t >= 3) + (t >= 7))),
    "ConstantLR": ({"factor": 0.5, "total_iters": 6}, lambda t: LR * (0.5 if t < 6 else 1)),
    "LinearLR": (
        {"start_factor": 0.25, "end_factor": 0.75, "total_iters": 8},
        lambda t: LR * (0.25 + 0.5 * min(t, 8) / 8),
    ),
    "ExponentialLR": ({"gamma": 0.9}, lambda t: LR * 0.9**t),
    "PolynomialLR": ({"total_iters": 10, "power": 3}, lambda t: LR * (1 - min(t, 10) / 10) ** 3),
    "CosineAnnealingLR": ({"T_max": 7, "eta_min": 0.05}, lambda t: cosine(LR, 0.05, t / 7)),
    "CosineAnnealingWarmRestarts": ({"T_0": 3, "T_mult": 2, "eta_min": 0.05}, restarts),
    "CyclicLR": ({"base_lr": 0.1, "max_lr": 0.9, "step_size_up": 4}, triangle),
    "OneCycleLR": (
        {"max_lr": 0.9, "total_steps": 20, "pct_start": 0.25, "div_factor": 10, "final_div_factor": 100},
        one_cycle,
    ),
    "LambdaLR": ({"lr_lambda": lambda t: 1 / (1 + t)}, lambda t: LR / (1 + t)),
    "MultiplicativeLR": ({"lr_lambda": lambda t: 0.9 if t < 5 else 1.1}, None),
}
WITHOUT = {"SequentialLR", "ChainedScheduler", "ReduceLROnPlateau"}


@pytest.mark.parametrize("name", sorted(set(NAMES) - WITHOUT - {"MultiplicativeLR"}))
def test_each_curve_is_its_formula(name):
    options, formula = CLOSED[name]
    curve = lr_curve(lambda optimizer: getattr(schedulers, name)(optimizer, **options), 20, lr=LR)
    assert curve == pytest.approx([formula(t) for t in range(20)], abs=1e-12)


def test_multiplicative_is_a_running_product():
    options, _ = CLOSED["MultiplicativeLR"]
    expected, lr = [LR], LR
    for t in range(1, 20):
        lr *= 0.9 if t < 5 else 1.1
        expected.append(lr)
    assert lr_curve(lambda optimizer: schedulers.MultiplicativeLR(optimizer, **options), 20, lr=LR) == pytest.approx(
        expected
    )


def test_sequential_is_one_curve_after_the_other():
    curve = lr_curve(
        lambda optimizer: schedulers.SequentialLR(
            optimizer,
            [
                schedulers.LinearLR(optimizer, start_factor=0.2, total_iters=4),
                schedulers.ExponentialLR(optimizer, gamma=0.5),
            ],
            milestones=[4],
        ),
        10,
    )
    assert curve == pytest.approx([0.2 + 0.2 * t for t in range(4)] + [0.5**t for t in range(6)])


def test_chained_is_a_product():
    curve = lr_curve(
        lambda optimizer: schedulers.ChainedScheduler(
            [
                schedulers.ConstantLR(optimizer, factor=0.1, total_iters=3),
                schedulers.ExponentialLR(optimizer, gamma=0.9),
            ]
        ),
        8,
    )
    assert curve == pytest.approx([(0.1 if t < 3 else 1) * 0.9**t for t in range(8)])


@given(metrics=st.lists(st.floats(0.1, 10), min_size=9, max_size=9), patience=st.integers(0, 4))
@settings(max_examples=50, deadline=None)
def test_plateau_waits_as_its_rule_says(metrics, patience):
    curve = lr_curve(
        lambda optimizer: schedulers.ReduceLROnPlateau(optimizer, patience=patience, factor=0.5), 10, metrics=metrics
    )
    lr, best, bad, expected = 1.0, float("inf"), 0, [1.0]
    for metric in metrics:
        if metric < best * (1 - 1e-4):
            best, bad = metric, 0
        else:
            bad += 1
        if bad > patience:
            lr, bad = (lr * 0.5 if lr - lr * 0.5 > 1e-8 else lr), 0
        expected.append(lr)
    assert curve == pytest.approx(expected)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"num_steps": 0}, "num_steps must be 1 or more, not 0"),
        ({"num_steps": 3, "lr": -1.0}, "lr must be 0 or more and finite, not -1.0"),
        ({"num_steps": 3, "lr": float("nan")}, "lr must be 0 or more and finite, not nan"),
        ({"num_steps": 3, "metrics": [1.0, 2.0]}, "StepLR takes no metrics"),
    ],
)
def test_lr_curve_refuses(options, message):
    with pytest.raises(ValueError, match=message):
        lr_curve(lambda optimizer: schedulers.StepLR(optimizer, 2), **options)


def test_lr_curve_needs_the_scheduler_back():
    with pytest.raises(TypeError, match="make_scheduler must return the scheduler that it made, not NoneType"):
        lr_curve(lambda optimizer: None, 3)


def test_a_plateau_needs_its_metrics():
    with pytest.raises(ValueError, match="ReduceLROnPlateau needs metrics=, one after each step"):
        lr_curve(schedulers.ReduceLROnPlateau, 3)
    with pytest.raises(ValueError, match="3 steps need 2 metrics, but there are 1"):
        lr_curve(schedulers.ReduceLROnPlateau, 3, metrics=[1.0])


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_page_names_every_scheduler_that_torch_has(language):
    text = (ROOT / "docs" / language / "lr_scheduler.md").read_text(encoding="utf-8")
    missing = [name for name in NAMES if f"| `{name}` |" not in text]
    assert not missing, f"docs/{language}/lr_scheduler.md: add to the table of schedulers: {missing}"
