"""Tensors and NumPy arrays: what is shared, and a copy that is safe to write to."""

import numpy as np
import torch
from torch import Tensor

from torchmemo._arguments import check_tensor

# Kinds of number that NumPy does not have, and the kind that holds each of their values.
_WITHOUT_NUMPY = {
    torch.bfloat16: torch.float32,
    torch.float8_e4m3fn: torch.float32,
    torch.float8_e4m3fnuz: torch.float32,
    torch.float8_e5m2: torch.float32,
    torch.float8_e5m2fnuz: torch.float32,
    torch.float8_e8m0fnu: torch.float32,
    torch.complex32: torch.complex64,
}


def to_numpy(tensor: Tensor) -> np.ndarray:
    """Return a tensor's values as an array of its own.

    Unlike ``tensor.detach().numpy()``, the array shares no memory with the tensor, so writing to it cannot change a
    value that autograd has saved. It takes what ``numpy()`` refuses: tensors on
    a GPU, that require grad, that are sparse or conjugated.

    Args:
        tensor: any shape, any device.

    Returns:
        A writable, C-contiguous copy of the same shape, in the tensor's dtype; bfloat16, float8 and complex32, which
        NumPy does not have, come back as float32 or complex64, which hold each of their values exactly.

    Raises:
        TypeError: `tensor` is not a Tensor, or has a dtype that has no such counterpart, such as a quantized one.
        ValueError: `tensor` is on the meta device, where it has a shape and no values, or is nested and has no shape.

    Source:
        PyTorch 2.15 documentation, torch.Tensor.numpy.
    """
    check_tensor("tensor", tensor)
    if tensor.is_meta:
        raise ValueError(
            f"tensor of shape {tuple(tensor.shape)} is on the meta device and has no values: "
            "materialize it first, with tensor.to_empty or by building it on a real device"
        )
    if tensor.is_nested:
        raise ValueError("tensor is nested, so its rows differ in shape: convert each of tensor.unbind()")
    values = tensor.detach()
    if values.layout != torch.strided:
        values = values.to_dense()
    values = values.resolve_conj().resolve_neg()
    values = values.to(_WITHOUT_NUMPY.get(values.dtype, values.dtype)).cpu()
    try:
        return np.array(values.numpy(), order="C", copy=True)
    except TypeError as error:
        raise TypeError(
            f"tensor has dtype {tensor.dtype}, which NumPy does not have: convert it first, a quantized one with "
            "tensor.dequantize()"
        ) from error


def shares_memory(a: Tensor | np.ndarray, b: Tensor | np.ndarray) -> bool:
    """Tell whether two tensors or arrays have an element in common, as ``numpy.shares_memory`` does for arrays.

    Two halves of one tensor have none, although they lie in one block and keep it alive together.

    Args:
        a: a strided tensor on any device, or an array.
        b: likewise.

    Returns:
        True where writing to the one can change the other; False for empty ones and across devices.

    Raises:
        TypeError: either is something else; the message names it.
        ValueError: a tensor that is not strided, such as a sparse or a nested one, whose values lie in several tensors.

    Source:
        NumPy 2.4 documentation, numpy.shares_memory.
    """
    device_a, bytes_a = _elements(a)
    device_b, bytes_b = _elements(b)
    return device_a == device_b and np.shares_memory(bytes_a, bytes_b)


class _Elements:
    """Where the elements of a tensor lie, for NumPy: addresses alone, so a GPU's will do."""

    def __init__(self, tensor: Tensor):
        self.kept = tensor
        self.__array_interface__ = {
            "version": 3,
            "data": (tensor.data_ptr(), True),
            "shape": tuple(tensor.shape),
            "strides": tuple(step * tensor.element_size() for step in tensor.stride()),
            "typestr": f"|V{tensor.element_size()}",
        }


def _elements(values: Tensor | np.ndarray) -> tuple[torch.device, np.ndarray]:
    """Return the device, and an array (not to be read) of the elements that lie there."""
    if isinstance(values, np.ndarray):
        return torch.device("cpu"), values
    if not isinstance(values, Tensor):
        raise TypeError(f"expected a torch.Tensor or a numpy.ndarray, not {type(values).__name__}")
    if values.is_nested or values.layout != torch.strided:
        what = "a nested one" if values.is_nested else f"one of layout {values.layout}"
        raise ValueError(f"expected a strided tensor, not {what}: compare its parts")
    if values.is_meta or not values.numel():  # no memory at all
        return values.device, np.empty(0)
    return values.device, np.asarray(_Elements(values.detach()))
