"""Linear regression: ordinary least squares, and Huber's loss for data with outliers."""

from dataclasses import dataclass

import torch
from torch import Tensor


@dataclass(frozen=True)
class LinearFit:
    """A fitted linear model.

    Attributes:
        coef: (features,), the change of the prediction for one unit of each feature.
        intercept: scalar, the prediction where every feature is 0.
        rank: the number of independent columns of the centred features; under `features`, other coefficients fit
            just as well, and these are the ones with the least L2 norm.
    """

    coef: Tensor
    intercept: Tensor
    rank: int

    def predict(self, x: Tensor) -> Tensor:
        """Return the predictions for x, (samples, features) -> (samples,)."""
        return x @ self.coef + self.intercept


def fit_ols(x: Tensor, y: Tensor) -> LinearFit:
    """Fit the line, plane or hyperplane with the least sum of squared errors.

    A column that depends on others is no error: among the equally good fits it gives the one with the least norm,
    on every device, where ``torch.linalg.lstsq`` with the driver ``gels`` (the only one on CUDA) assumes full rank.

    Args:
        x: (samples, features), float32 or float64, finite; without a column of ones.
        y: (samples,), the same dtype and device.

    Returns:
        The fit, in the dtype and on the device of `x`.

    Raises:
        TypeError: another dtype, or two.
        ValueError: shapes that do not fit together, no samples, or NaN or infinity in the data.

    Source:
        A. Björck, Numerical Methods for Least Squares Problems, 2nd ed., SIAM 2024, section 1.2 (the pseudoinverse).
    """
    _check(x, y)
    return _fit_weighted(x, y, torch.ones_like(y))


def fit_huber(x: Tensor, y: Tensor, *, delta: float = 1.0, max_steps: int = 10_000) -> LinearFit:
    """Fit by Huber's loss, which is squared up to `delta` and grows linearly beyond.

    An outlier's pull is bounded by `delta`, however far away it lies; a far outlier in x still pulls.

    Args:
        x: (samples, features), float32 or float64, finite.
        y: (samples,), the same dtype and device.
        delta: the error, in the unit of `y`, from which a sample counts as an outlier; over 0, finite.
        max_steps: the most reweighted least-squares steps, 1 or more.

    Returns:
        The fit, in the dtype and on the device of `x`.

    Raises:
        TypeError: another dtype, or two.
        ValueError: as `fit_ols`, a `delta` that is not over 0 or not finite, or `max_steps` under 1.
        RuntimeError: no convergence within `max_steps`.

    Source:
        P. J. Huber, Robust Estimation of a Location Parameter, Ann. Math. Statist. 35 (1964), 73-101; iteratively
        reweighted least squares after P. W. Holland and R. E. Welsch, Commun. Statist. A6 (1977), 813-827.
    """
    _check(x, y)
    if not 0 < delta < float("inf"):
        raise ValueError(f"delta must be over 0 and finite, not {delta}")
    if max_steps < 1:
        raise ValueError(f"max_steps must be 1 or more, not {max_steps}")
    fit = fit_ols(x, y)
    for _ in range(max_steps):
        errors = (y - fit.predict(x)).abs()
        weights = delta / errors.clamp(min=delta)  # (samples,): 1 up to delta, then falling
        previous, fit = fit, _fit_weighted(x, y, weights)
        moved = (fit.predict(x) - previous.predict(x)).abs().max()
        if moved <= torch.finfo(x.dtype).eps ** (2 / 3) * y.abs().max():  # float64: 4e-11 of the largest y
            return fit
    raise RuntimeError(
        f"no convergence in {max_steps} steps (the last moved a prediction by {moved:.2g}): "
        "raise max_steps or delta, or scale the features"
    )


def _fit_weighted(x: Tensor, y: Tensor, weights: Tensor) -> LinearFit:
    """Fit least squares in which each sample counts by its weight."""
    shifted = x - x[0]  # a constant column is exactly 0 here, which the rounded mean alone would not make it
    shift = (weights[:, None] * shifted).sum(0) / weights.sum()
    x_mean, x_centred = x[0] + shift, shifted - shift
    y_mean = (weights * y).sum() / weights.sum()
    root = weights.sqrt()
    coef = torch.linalg.pinv(root[:, None] * x_centred) @ (root * (y - y_mean))
    return LinearFit(coef, y_mean - x_mean @ coef, int(torch.linalg.matrix_rank(x_centred)))


def _check(x: Tensor, y: Tensor) -> None:
    """Raise where x and y are not data to fit."""
    if x.ndim != 2 or y.ndim != 1 or len(x) != len(y):
        raise ValueError(
            f"x must be (samples, features) and y (samples,), but x has shape {tuple(x.shape)} and y {tuple(y.shape)}"
        )
    if len(x) == 0:
        raise ValueError("x and y are empty: there is nothing to fit")
    if x.dtype not in (torch.float32, torch.float64) or x.dtype != y.dtype:
        raise TypeError(f"x and y must both be float32 or both float64, but x is {x.dtype} and y {y.dtype}")
    for name, values in (("x", x), ("y", y)):
        if not values.isfinite().all():
            raise ValueError(f"{name} has NaN or infinity in it: remove or fill those samples first")
