"""Images on their way into a model: what they are at each step, and the way back."""

from collections.abc import Sequence
from math import isfinite
from typing import Any

import numpy as np
import torch
from torch import Tensor

from torchmemo._arguments import check_tensor
from torchmemo.arrays import to_numpy


def image_report(image: Any) -> str:
    """Describe an image in one line: what holds it, its layout and size, the range of its values.

    The layout is a guess from the shape, since neither tensors nor arrays know theirs: an axis of 1, 3 or 4 at the
    front is taken for channels first, then one at the back for channels last.

    Args:
        image: a PIL image, an array or a tensor, of 2 or 3 axes, or 4 with a batch in front.

    Returns:
        For example ``"PIL image RGB, 32 wide, 24 high, 0 to 255"`` or ``"Tensor float32 (3, 24, 32) CHW, 0 to 1"``.

    Raises:
        TypeError: something else, or values that are not real numbers.
        ValueError: an image without pixels, with another number of axes, nested, or on the meta device, without values.

    Source:
        torchvision 0.29 documentation, Transforming and augmenting images.
    """
    if type(image).__module__.startswith("PIL."):
        if 0 in image.size:
            raise ValueError(f"an image has pixels, but this one is {image.width} wide and {image.height} high")
        values = np.asarray(image)
        return f"PIL image {image.mode}, {image.width} wide, {image.height} high, {_span(values)}"
    if not isinstance(image, Tensor | np.ndarray):
        raise TypeError(f"image must be a PIL image, an array or a tensor, not {type(image).__name__}")
    if isinstance(image, Tensor) and image.is_nested:
        raise ValueError("the image is nested, so its rows differ in shape: describe each of image.unbind()")
    shape = tuple(image.shape)
    if len(shape) not in (2, 3, 4) or 0 in shape:
        raise ValueError(f"an image has 2 to 4 axes, none of size 0, but this one has the shape {shape}")
    kind = "Tensor" if isinstance(image, Tensor) else "array"
    values = to_numpy(image) if isinstance(image, Tensor) else image
    if values.dtype.kind not in "biuf":
        raise TypeError(f"the values of an image are real numbers, not {image.dtype}")
    dtype = str(image.dtype).removeprefix("torch.")
    return f"{kind} {dtype} {shape} {_layout(shape)}, {_span(values)}"


def denormalize(x: Tensor, mean: float | Sequence[float] | Tensor, std: float | Sequence[float] | Tensor) -> Tensor:
    """Undo ``torchvision.transforms.Normalize``, for looking at what a model sees.

    Args:
        x: floating point, (channels, height, width) or (batch, channels, height, width).
        mean: as given to Normalize: one number for each channel, or one for all.
        std: likewise, each above 0.

    Returns:
        ``x * std + mean``, a new tensor of the shape and dtype of `x`. It is not clamped, so rounding may leave it a
        little outside of the range before.

    Raises:
        TypeError: `x` is no tensor, or not floating point.
        ValueError: another number of channels than of means or deviations; a mean that is not finite; a deviation that
            is not above 0 or not finite; a shape without channels.

    Source:
        torchvision 0.29 documentation, torchvision.transforms.v2.Normalize.
    """
    check_tensor("x", x)
    if not x.is_floating_point():
        raise TypeError(f"x must be floating point, not {x.dtype}: what Normalize returns is")
    if x.ndim not in (3, 4):
        raise ValueError(
            f"x must have the shape (channels, height, width), a batch in front or not, not {tuple(x.shape)}"
        )
    channels = x.shape[-3]
    mean, std = (
        torch.as_tensor(values, dtype=torch.float64, device="cpu").reshape(-1).tolist() for values in (mean, std)
    )
    if len(mean) not in (1, channels) or len(std) not in (1, channels):
        raise ValueError(f"x has {channels} channels, but there are {len(mean)} means and {len(std)} deviations")
    if not all(isfinite(value) for value in mean):
        raise ValueError(f"each mean must be finite, not {list(mean)}")
    if not all(value > 0 and isfinite(value) for value in std):
        raise ValueError(f"each deviation must be above 0 and finite, not {list(std)}")
    mean_, std_ = (torch.tensor(values, dtype=x.dtype, device=x.device).reshape(-1, 1, 1) for values in (mean, std))
    return x * std_ + mean_


def _layout(shape: tuple[int, ...]) -> str:
    if len(shape) == 2:
        return "HW"
    batch = "N" if len(shape) == 4 else ""
    if shape[-3] in (1, 3, 4):
        return f"{batch}CHW"
    return f"{batch}HWC" if shape[-1] in (1, 3, 4) else "of unknown layout"


def _span(values: np.ndarray) -> str:
    least, most = values.min().item(), values.max().item()
    return f"{least:.4g} to {most:.4g}" if values.dtype.kind == "f" else f"{least} to {most}"
