"""Regularization: the proximal step that gives exact zeros, and which parameters to exempt from weight decay."""

import torch
from torch import Tensor, nn
from torch.nn.utils import parametrize

from torchmemo._arguments import check_tensor

# The norm layers whose weight can have two dimensions or more; that of every other one has one.
_NORM_LAYERS = (nn.LayerNorm, nn.RMSNorm)


def soft_threshold(x: Tensor, threshold: Tensor | float) -> Tensor:
    """Move each value towards 0 by the threshold, and set it to exactly 0 where it would cross.

    This is the proximal operator of the L1 norm: of all v, the result makes ``(v - x)**2 / 2 + threshold * |v|``
    least. ``torch.nn.functional.softshrink`` is the same function, but takes one number for all elements, so it cannot
    exempt an intercept or follow a step size that differs by element. On a GPU a threshold that is a tensor is waited
    for, to look at its least value; a number is not.

    Args:
        x: floating point, any shape.
        threshold: 0 or more, in the unit of `x`; a number, or a tensor that broadcasts to the shape of `x`. For a
            proximal gradient step, the learning rate times the strength of the L1 penalty.

    Returns:
        A new tensor with the shape, dtype and device of `x`.

    Raises:
        TypeError: `x` is no tensor, or not floating point.
        ValueError: a threshold that is under 0 or NaN, or does not broadcast to the shape of `x`; an `x` without values
            to read: sparse, nested, or on the meta device.

    Source:
        N. Parikh and S. Boyd, Proximal Algorithms, Foundations and Trends in Optimization 1 (2014), section 6.5.2.
    """
    check_tensor("x", x, read=True)
    if not x.is_floating_point():
        raise TypeError(f"x must be floating point, not {x.dtype}: pass x.float()")
    if isinstance(threshold, int | float):  # looked at here, so that no GPU is waited for
        if not threshold >= 0:
            raise ValueError(f"threshold must be 0 or more, but its least value is {threshold}")
        return x - x.clamp(min=-threshold, max=threshold)
    threshold = torch.as_tensor(threshold, dtype=x.dtype, device=x.device)
    try:
        threshold = threshold.expand(x.shape)
    except RuntimeError:
        raise ValueError(
            f"threshold must broadcast to the shape of x, but x has shape {tuple(x.shape)} "
            f"and threshold {tuple(threshold.shape)}"
        ) from None
    if not (threshold >= 0).all():
        raise ValueError(f"threshold must be 0 or more, but its least value is {threshold.min().item()}")
    return x - x.clamp(min=-threshold, max=threshold)


def decay_groups(module: nn.Module, weight_decay: float) -> list[dict[str, object]]:
    """Split a module's parameters into those to decay and those to exempt, for an optimizer.

    Spared are parameters with "bias" in their own name, the weights of norm layers, the magnitudes of weight
    normalization and whatever else has fewer than two dimensions: they shift and scale, and do not mix features. Both
    groups name their own decay, so the optimizer's default counts for neither. FSDP1 makes all parameters flat, with
    one dimension: group them before wrapping.

    Args:
        module: any module; a parameter that several submodules share counts once, a frozen one too.
        weight_decay: for the first group, 0 or more, finite. What it means is the optimizer's: SGD and Adam add it to
            the gradient, AdamW applies it to the weight.

    Returns:
        Two parameter groups, the decayed and the exempt, either of which may be empty.

    Raises:
        ValueError: a weight decay that is under 0, NaN or infinite, a module without parameters, or with a lazy
            parameter, which has no shape yet; the message names it.

    Source:
        PyTorch 2.15 documentation, torch.optim, per-parameter options.
    """
    if not 0 <= weight_decay < float("inf"):
        raise ValueError(f"weight_decay must be 0 or more and finite, not {weight_decay}")
    decayed: list[nn.Parameter] = []
    exempt: list[nn.Parameter] = []
    seen: set[nn.Parameter] = set()
    for path, owner in module.named_modules():
        for name, parameter in owner.named_parameters(recurse=False):
            if isinstance(parameter, nn.parameter.UninitializedParameter):
                full = f"{path}.{name}" if path else name
                raise ValueError(f"{full} is lazy and has no shape yet: call the module once with a batch first")
            if parameter in seen:
                continue
            seen.add(parameter)
            shifts_or_scales = (
                parameter.ndim < 2 or "bias" in name or isinstance(owner, _NORM_LAYERS) or _is_magnitude(name, owner)
            )
            (exempt if shifts_or_scales else decayed).append(parameter)
    if not seen:
        raise ValueError(f"{type(module).__name__} has no parameters: there is nothing to group")
    return [{"params": decayed, "weight_decay": weight_decay}, {"params": exempt, "weight_decay": 0.0}]


def _is_magnitude(name: str, owner: nn.Module) -> bool:
    """Tell whether a parameter is the magnitude of a weight_norm, of parametrizations or the older one."""
    if isinstance(owner, parametrize.ParametrizationList):
        return name == "original0" and type(owner[0]).__name__ == "_WeightNorm"
    return name.endswith("_g") and name.removesuffix("_g") + "_v" in owner._parameters
