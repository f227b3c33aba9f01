"""Gradients in ``.grad``: what is there, and how to gather a large batch in pieces."""

from collections.abc import Callable

import torch
from torch import Tensor, nn


def grad_norms(module: nn.Module) -> dict[str, float | None]:
    """Return the L2 norm of each parameter's gradient.

    None and 0.0 are different states: an optimizer skips a parameter whose gradient is None, and still applies
    momentum and weight decay to one whose gradient is zero.

    Args:
        module: any module; its submodules count too.

    Returns:
        The norm by parameter name, in the order of ``named_parameters()``; None where there is no gradient.
    """
    return {
        name: None if parameter.grad is None else parameter.grad.norm().item()
        for name, parameter in module.named_parameters()
    }


def backward_in_chunks(
    module: nn.Module,
    loss_fn: Callable[[Tensor, Tensor], Tensor],
    x: Tensor,
    y: Tensor,
    *,
    num_chunks: int,
) -> Tensor:
    """Add a batch's gradients to ``.grad`` chunk by chunk, as one backward over the batch would.

    Each chunk's loss counts by its share of the samples, so a last chunk that is smaller is weighed right. Layers
    that look across the batch, such as BatchNorm, see a chunk and not the batch, so for them the sums differ.

    Args:
        module: called with a chunk of `x`.
        loss_fn: takes the module's output and a chunk of `y`; returns the **mean** over the chunk's samples.
        x: (batch, ...).
        y: (batch, ...).
        num_chunks: how many pieces to aim at, 1 or more; memory for activations falls accordingly. As with
            ``torch.chunk``, the pieces are equal but for the last, and may be fewer.

    Returns:
        The loss of the whole batch, a scalar without a graph.

    Raises:
        ValueError: `x` and `y` differ in batch size, the batch is empty, or `num_chunks` is under 1.
    """
    batch = len(x)
    if batch != len(y):
        raise ValueError(f"x and y must have the same batch size, but x has {batch} samples and y {len(y)}")
    if batch == 0:
        raise ValueError("x and y are empty: there is no sample to take a gradient of")
    if num_chunks < 1:
        raise ValueError(f"num_chunks must be 1 or more, not {num_chunks}")
    total = torch.zeros((), device=x.device)
    for x_chunk, y_chunk in zip(x.chunk(num_chunks), y.chunk(num_chunks), strict=True):
        loss = loss_fn(module(x_chunk), y_chunk) * (len(x_chunk) / batch)
        loss.backward()
        total = total + loss.detach()
    return total
