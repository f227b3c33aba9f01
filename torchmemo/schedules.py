"""Learning-rate schedules, as the numbers that an optimizer gets."""

from collections.abc import Callable, Sequence

import torch
from torch.optim import SGD, Optimizer
from torch.optim.lr_scheduler import LRScheduler, ReduceLROnPlateau


def lr_curve(
    make_scheduler: Callable[[Optimizer], LRScheduler],
    num_steps: int,
    *,
    lr: float = 1.0,
    metrics: Sequence[float] | None = None,
) -> list[float]:
    """Return the learning rate of each of an optimizer's steps under a schedule.

    The first is the one that the very first step uses, which for many schedulers is not `lr`: making one already
    changes the optimizer's learning rate. What a scheduler does to the momentum (CyclicLR, OneCycleLR) is not in the
    curve.

    Args:
        make_scheduler: takes an optimizer (SGD with momentum 0.9, so that a scheduler may change that as well) and
            returns the scheduler.
        num_steps: how many steps of the optimizer, 1 or more; the scheduler takes one less.
        lr: that the optimizer is made with, 0 or more, finite.
        metrics: for a scheduler that looks at one, the metric after each step, `num_steps - 1` or more of them.

    Returns:
        `num_steps` learning rates.

    Raises:
        TypeError: `make_scheduler` returns something that has no `step`.
        ValueError: no steps; an `lr` under 0, NaN or infinite; a ReduceLROnPlateau without enough metrics, or metrics
            for another scheduler.

    Source:
        PyTorch 2.15 documentation, torch.optim, how to adjust learning rate.
    """
    if num_steps < 1:
        raise ValueError(f"num_steps must be 1 or more, not {num_steps}")
    if not 0 <= lr < float("inf"):
        raise ValueError(f"lr must be 0 or more and finite, not {lr}")
    optimizer = SGD([torch.zeros(1, requires_grad=True)], lr=lr, momentum=0.9)
    scheduler = make_scheduler(optimizer)
    if not hasattr(scheduler, "step"):
        raise TypeError(f"make_scheduler must return the scheduler that it made, not {type(scheduler).__name__}")
    looks = isinstance(scheduler, ReduceLROnPlateau)
    if looks != (metrics is not None):
        needs = "needs metrics=, one after each step" if looks else "takes no metrics"
        raise ValueError(f"{type(scheduler).__name__} {needs}")
    if metrics is not None and len(metrics) < num_steps - 1:
        raise ValueError(f"{num_steps} steps need {num_steps - 1} metrics, but there are {len(metrics)}")
    curve = [optimizer.param_groups[0]["lr"]]
    for step in range(num_steps - 1):
        optimizer.step()
        scheduler.step(*([] if metrics is None else [metrics[step]]))  # ty: ignore[invalid-argument-type]
        curve.append(optimizer.param_groups[0]["lr"])
    return [float(value) for value in curve]
