"""Tensors and NumPy arrays: what is shared, and a copy that is safe to write to."""

import numpy as np
import torch
from numpy.lib.array_utils import byte_bounds
from torch import Tensor

# Kinds of float that NumPy does not have, and that float32 holds without loss.
_WITHOUT_NUMPY = {
    torch.bfloat16,
    torch.float8_e4m3fn,
    torch.float8_e4m3fnuz,
    torch.float8_e5m2,
    torch.float8_e5m2fnuz,
    torch.float8_e8m0fnu,
}


def to_numpy(tensor: Tensor) -> np.ndarray:
    """Return a tensor's values as an array of its own.

    Unlike ``tensor.detach().numpy()``, the array shares no memory with the tensor, so writing to it cannot change a
    value that autograd has saved. It takes what ``numpy()`` refuses: tensors on
    a GPU, that require grad, that are sparse or conjugated.

    Args:
        tensor: any shape, any device.

    Returns:
        A writable, C-contiguous copy of the same shape, in the tensor's dtype; bfloat16 and float8, which NumPy does
        not have, come back as float32, which holds each of their values exactly.

    Raises:
        TypeError: `tensor` is not a Tensor.
        ValueError: `tensor` is on the meta device, where it has a shape and no values.

    Source:
        PyTorch 2.15 documentation, torch.Tensor.numpy.
    """
    if not isinstance(tensor, Tensor):
        raise TypeError(f"tensor must be a torch.Tensor, not {type(tensor).__name__}: pass torch.as_tensor(...) of it")
    if tensor.is_meta:
        raise ValueError(
            f"tensor of shape {tuple(tensor.shape)} is on the meta device and has no values: "
            "materialise it first, with tensor.to_empty or by building it on a real device"
        )
    values = tensor.detach()
    if values.layout != torch.strided:
        values = values.to_dense()
    values = values.resolve_conj().resolve_neg()
    if values.dtype in _WITHOUT_NUMPY:
        values = values.to(torch.float32)
    return np.array(values.cpu().numpy(), order="C", copy=True)


def shares_memory(a: Tensor | np.ndarray, b: Tensor | np.ndarray) -> bool:
    """Tell whether two tensors or arrays use the same block of memory.

    A block, not an element: two halves of one tensor share it too, since they keep it alive together.

    Args:
        a: a strided tensor on any device, or an array.
        b: likewise.

    Returns:
        True where the blocks overlap and are on the same device; False for empty ones.

    Raises:
        TypeError: either is something else; the message names it.
    """
    device_a, start_a, end_a = _block(a)
    device_b, start_b, end_b = _block(b)
    return device_a == device_b and start_a < end_b and start_b < end_a


def _block(values: Tensor | np.ndarray) -> tuple[torch.device, int, int]:
    """Return the device, the first byte and the byte after the last of what holds the values."""
    if isinstance(values, Tensor):
        if values.is_meta:  # no memory at all
            return values.device, 0, 0
        storage = values.untyped_storage()
        return values.device, storage.data_ptr(), storage.data_ptr() + storage.nbytes()
    if isinstance(values, np.ndarray):
        while isinstance(values.base, np.ndarray):
            values = values.base
        if isinstance(values.base, Tensor):  # an array that numpy() made
            return _block(values.base)
        start, end = byte_bounds(values)
        return torch.device("cpu"), start, end if values.size else start
    raise TypeError(f"expected a torch.Tensor or a numpy.ndarray, not {type(values).__name__}")
