"""Name what is wrong with an argument that has to be a tensor: one kind of error for one mistake, in all modules."""

import torch
from torch import Tensor


def check_tensor(name: str, value: object, *, read: bool = False) -> None:
    """Raise where an argument is no tensor, or, if its values are to be read, one whose values cannot be.

    Args:
        name: of the argument, for the message.
        value: what came.
        read: whether its values decide what is computed.

    Raises:
        TypeError: it is no tensor.
        ValueError: `read`, and it is nested, sparse, or on the meta device.
    """
    if not isinstance(value, Tensor):
        raise TypeError(f"{name} must be a torch.Tensor, not {type(value).__name__}: pass torch.as_tensor(...) of it")
    if not read:
        return
    if value.is_nested:
        raise ValueError(f"{name} is nested, so its rows differ in shape: pad them, or pass one at a time")
    if value.layout != torch.strided:
        raise ValueError(f"{name} has the layout {value.layout}: make it dense first, with to_dense()")
    if value.is_meta:
        raise ValueError(f"{name} is on the meta device and has no values: build it on a real device")
