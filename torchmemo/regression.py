"""Linear regression: ordinary least squares, and Huber's loss for data with outliers."""

from dataclasses import dataclass

import torch
from torch import Tensor

from torchmemo._arguments import check_tensor


@dataclass(frozen=True)
class LinearFit:
    """A fitted linear model.

    Attributes:
        coef: (features,), the change of the prediction for one unit of each feature.
        intercept: scalar, the prediction where every feature is 0.
        rank: the number of independent columns of the centered features; under `features`, other coefficients fit
            just as well, and these are the ones with the least L2 norm.
        x_mean: (features,), the weighted mean of each feature, in the dtype of the data.
        y_mean: scalar, the prediction where every feature is at `x_mean`, as that was rounded.
    """

    coef: Tensor
    intercept: Tensor
    rank: int
    x_mean: Tensor
    y_mean: Tensor

    def predict(self, x: Tensor) -> Tensor:
        """Return the predictions for x, (samples, features) -> (samples,).

        The means are taken off first: far from 0, as with dates, ``x @ coef + intercept`` would cancel in float32.

        Raises:
            TypeError: `x` is no tensor, or of another dtype than the data that were fitted.
            ValueError: another number of features, or another device.
        """
        check_tensor("x", x)
        if x.ndim != 2 or x.shape[1] != len(self.coef):
            raise ValueError(f"x must be (samples, {len(self.coef)}), as the fitted data, but it is {tuple(x.shape)}")
        if x.dtype != self.coef.dtype:
            raise TypeError(f"x must be {self.coef.dtype}, as the fitted data, but it is {x.dtype}")
        if x.device != self.coef.device:
            raise ValueError(f"x must be on {self.coef.device}, as the fitted data, but it is on {x.device}")
        return (x - self.x_mean) @ self.coef + self.y_mean


def fit_ols(x: Tensor, y: Tensor) -> LinearFit:
    """Fit the line, plane or hyperplane with the least sum of squared errors.

    It computes in float64 and scales each column first, so the unit of a feature decides nothing: income and age may
    stand side by side, in float32 too. A column that depends on others is no error: among the equally good fits it
    gives the one with the least norm, on every device, where ``torch.linalg.lstsq`` with the driver ``gels`` (the only
    one on CUDA) assumes full rank.

    Args:
        x: (samples, features), float32 or float64, finite; without a column of ones.
        y: (samples,), the same dtype and device.

    Returns:
        The fit, in the dtype and on the device of `x`.

    Raises:
        TypeError: no tensor, another dtype, or two.
        ValueError: shapes that do not fit together, two devices, no samples, NaN or infinity in the data, or no values
            to read: a sparse or nested tensor, or one on the meta device.

    Source:
        A. Björck, Numerical Methods for Least Squares Problems, 2nd ed., SIAM 2024, sections 1.2 (the pseudoinverse)
        and 2.2 (column scaling).
    """
    _check(x, y)
    near, (x64, y64) = _shifted(x, y)
    return _as_given(_fit_weighted(x64, y64, torch.ones_like(y64), _tolerance(x)), x, *near)


def fit_huber(x: Tensor, y: Tensor, *, delta: float = 1.0, max_steps: int = 10_000) -> LinearFit:
    """Fit by Huber's loss, which is squared up to `delta` and grows linearly beyond.

    The influence of an outlier in y is bounded by `delta`, however far away it is; that of an outlier in x is not.

    Args:
        x: (samples, features), float32 or float64, finite.
        y: (samples,), the same dtype and device.
        delta: the error, in the unit of `y`, from which a sample counts as an outlier; over 0, finite.
        max_steps: the most reweighted least-squares steps, 1 or more.

    Returns:
        The fit, in the dtype and on the device of `x`.

    Raises:
        TypeError: no tensor, another dtype, or two.
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
    tolerance = _tolerance(x)
    near, (x64, y64) = _shifted(x, y)
    fit = _fit_weighted(x64, y64, torch.ones_like(y64), tolerance)
    for _ in range(max_steps):
        errors = y64 - fit.predict(x64)
        gradient = _largest_gradient(x64, errors.clamp(-delta, delta))
        size = ((x64 - fit.x_mean).abs() @ fit.coef.abs()).max() + fit.y_mean.abs()  # of what is added up
        rounding = torch.finfo(torch.float64).eps * size.item()
        if gradient <= 1e-9 * delta + len(x) ** 0.5 * rounding:
            return _as_given(fit, x, *near)
        weights = delta / errors.abs().clamp(min=delta)  # (samples,): 1 up to delta, then falling
        fit = _fit_weighted(x64, y64, weights, tolerance)
    raise RuntimeError(
        f"no convergence in {max_steps} steps (the gradient is still {gradient / delta:.2g} delta): "
        "raise max_steps or delta, or scale y"
    )


def _largest_gradient(x: Tensor, bounded: Tensor) -> float:
    """Return how far the slope of Huber's loss is from 0, in the unit of y and whatever the units of x."""
    columns = torch.cat([torch.ones_like(x[:, :1]), x - x.mean(0)], dim=1)
    return (_unit(columns)[0].mT @ bounded).abs().max().item()


def _fit_weighted(x: Tensor, y: Tensor, weights: Tensor, tolerance: float) -> LinearFit:
    """Fit least squares in which each sample counts by its weight, in float64, to data around 0."""
    x_mean, y_mean = ((weights @ values) / weights.sum() for values in (x, y))
    x_centered = x - x_mean
    root = weights.sqrt()
    scaled, norms = _unit(root[:, None] * x_centered)
    u, s, vh = torch.linalg.svd(scaled, full_matrices=False)
    kept = s > tolerance * s.max() if len(s) else s > 0
    rank = int(kept.sum())
    along = (u[:, kept].mT @ (root * (y - y_mean))) / s[kept]
    coef = (vh[kept].mT @ along) / norms
    if rank < x.shape[1]:  # of all the fits that are as good, the one with the least norm in the units of x
        other = torch.linalg.svd(vh[kept], full_matrices=True)[2][rank:]  # (features - rank, features)
        q = torch.linalg.qr((other / norms).mT)[0]
        coef = coef - q @ (q.mT @ coef)
    return LinearFit(coef, y_mean - x_mean @ coef, rank, x_mean, y_mean)


def _unit(columns: Tensor) -> tuple[Tensor, Tensor]:
    """Return the columns with norm 1 (a column of zeros as it is), and the norms that they had."""
    largest = columns.abs().amax(0)
    largest = largest.where(largest > 0, 1)
    norms = torch.linalg.vector_norm(columns / largest, dim=0)  # of numbers up to 1: no square overflows
    norms = norms.where(norms > 0, 1) * largest
    return columns / norms, norms


def _tolerance(x: Tensor) -> float:
    """Return under which share of the largest singular value the rounding of the data itself could have made one."""
    return max(4 * torch.finfo(x.dtype).eps, max(x.shape) * torch.finfo(torch.float64).eps)


def _shifted(x: Tensor, y: Tensor) -> tuple[tuple[Tensor, Tensor], tuple[Tensor, Tensor]]:
    """Return the medians, and what the data are beyond them, in float64 (on the CPU where the device has none).

    The medians are of the data themselves and near most of them: a constant column becomes exactly 0, which a rounded
    mean would not make it, and no later mean is rounded by more than the data vary.
    """
    x64, y64 = (
        values.detach().to("cpu" if values.device.type == "mps" else values.device).double() for values in (x, y)
    )
    x_near, y_near = x64.median(0).values, y64.median()
    return (x_near, y_near), (x64 - x_near, y64 - y_near)


def _as_given(fit: LinearFit, x: Tensor, x_near: Tensor, y_near: Tensor) -> LinearFit:
    """Return a fit to shifted data as one to the data, in the dtype and on the device of x."""
    x_mean = (x_near + fit.x_mean).to(x.dtype).double()
    moved = (x_mean - x_near) - fit.x_mean  # by the rounding, which far from 0 may be as much as the data vary
    y_mean = y_near + (fit.y_mean + moved @ fit.coef)
    coef, intercept, x_mean, y_mean = (
        value.to(x.device, x.dtype) for value in (fit.coef, y_mean - x_mean @ fit.coef, x_mean, y_mean)
    )
    return LinearFit(coef, intercept, fit.rank, x_mean, y_mean)


def _check(x: Tensor, y: Tensor) -> None:
    """Raise where x and y are not data to fit."""
    check_tensor("x", x, read=True)
    check_tensor("y", y, read=True)
    if x.ndim != 2 or y.ndim != 1 or len(x) != len(y):
        raise ValueError(
            f"x must be (samples, features) and y (samples,), but x has shape {tuple(x.shape)} and y {tuple(y.shape)}"
        )
    if x.numel() == 0:
        raise ValueError(f"x has shape {tuple(x.shape)}: there is nothing to fit")
    if x.dtype not in (torch.float32, torch.float64) or x.dtype != y.dtype:
        raise TypeError(f"x and y must both be float32 or both float64, but x is {x.dtype} and y {y.dtype}")
    if x.device != y.device:
        raise ValueError(f"x and y must be on one device, but x is on {x.device} and y on {y.device}")
    for name, values in (("x", x), ("y", y)):
        if not values.isfinite().all():
            raise ValueError(f"{name} has NaN or infinity in it: remove or fill those samples first")
