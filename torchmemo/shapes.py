"""Shapes through a model: layer by layer, and with or without a batch dimension."""

import sys
from collections.abc import Generator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from typing import Literal

import torch
from torch import Tensor, nn

from torchmemo._arguments import check_tensor


@dataclass(frozen=True)
class LayerShapes:
    """What went into a layer and what came out.

    Attributes:
        name: the layer's name in the model, as in ``named_modules()``; empty for a model that is one layer.
        layer: the layer's class.
        inputs: the shape of each positional input.
        output: the shape of the output; a tuple or a dict of such where the layer returns several tensors, and the
            name of the class for what is not a tensor.
    """

    name: str
    layer: str
    inputs: tuple
    output: tuple | dict | str


def trace_shapes(module: nn.Module, *inputs: Tensor) -> list[LayerShapes]:
    """Run a model once and return the shapes at each layer that calls no other, in the order of the calls.

    Attention is such a layer: it uses the weights of a layer inside of it without calling it. So is a layer whose
    weight is parametrized. The model stays as it was: its hooks, mode, gradients, buffers (running statistics too) and
    the random state of the CPU and of CUDA; but lazy layers take their shape, and a lazy batch normalization its first
    statistics. A model of ``torch.compile`` runs uncompiled. Where a layer raises, its error gets a note for each layer
    before it and one for the innermost layer that was running.

    Args:
        module: the model; a layer that is called twice comes twice.
        inputs: what the model takes, on its device.

    Returns:
        One entry a call.

    Raises:
        Exception: what the model raises, with the shapes so far as its ``__notes__``.
    """
    names = {layer: name for name, layer in module.named_modules() if ".parametrizations." not in f".{name}."}
    traced: list[LayerShapes] = []
    entered: list[
        tuple[nn.Module, tuple, list[None]]
    ] = []  # the layers that are running, each with its calls of others
    handles = []

    def enter(layer, args):
        if entered:
            entered[-1][2].append(None)
        entered.append((layer, _shape(args), []))

    def leave(layer, args, output):
        while entered[-1][0] is not layer:  # it raised, and the one around it caught that
            entered.pop()
        _, shapes, calls = entered.pop()
        if not calls:
            traced.append(LayerShapes(names[layer], type(layer).__name__, shapes, _shape(output)))

    devices = {x.device for x in inputs if isinstance(x, Tensor) and x.device.type == "cuda"}  # others stay asleep
    try:
        for layer in names:
            handles += [layer.register_forward_pre_hook(enter), layer.register_forward_hook(leave)]
        with _uncompiled(), _copied_buffers(module), torch.no_grad(), torch.random.fork_rng(devices):
            module(*inputs)
    except Exception as error:
        for at in traced:
            error.add_note(f"{at.name} {at.layer}: {at.inputs} -> {at.output}")
        for layer, shapes, _ in entered[-1:]:
            error.add_note(f"{names[layer]} {type(layer).__name__}: {shapes} -> error")
        raise
    finally:
        for handle in handles:
            handle.remove()
    return traced


def unbatched_behavior(module: nn.Module, *inputs: Tensor) -> Literal["takes it", "refuses", "reads it otherwise"]:
    """Tell how a layer treats inputs without a batch dimension.

    The measure is what the layer makes of the same inputs as a batch of one. The layer stays as it was, buffers
    (running statistics too) and the random state of the CPU included.

    Args:
        module: with the batch first (``batch_first=True``); it must take a batch of one, so no BatchNorm in training.
        inputs: without the batch dimension, and with values that differ: of equal ones, many layers return the same
            whichever way they read them.

    Returns:
        "takes it" where the result is the batch's only one; "refuses" where the layer raises; "reads it otherwise"
        where it takes some other dimension for the batch and returns something else.

    Raises:
        TypeError: an input is no tensor.
        ValueError: an input that tells nothing: of more than one element whose values are all equal, empty, with NaN in
            it, nested, sparse, or on the meta device.
    """
    for number, x in enumerate(inputs):
        check_tensor(f"input {number}", x, read=True)
        if x.numel() == 0:
            raise ValueError(f"input {number} has shape {tuple(x.shape)}: there is nothing to compare")
        if x.isnan().any():
            raise ValueError(f"input {number} has NaN in it, which equals nothing: give it numbers")
        if x.numel() > 1 and bool((x == x.flatten()[0]).all()):
            raise ValueError(f"input {number} is {x.flatten()[0].item()} everywhere: give it values that differ")

    def call(*values):
        with _copied_buffers(module), torch.no_grad(), torch.random.fork_rng([]):  # the same random numbers both times
            return _first(module(*values))

    expected = call(*(x.unsqueeze(0) for x in inputs)).squeeze(0)
    try:
        result = call(*inputs)
    except (RuntimeError, ValueError, IndexError, AssertionError):
        return "refuses"
    same = result.shape == expected.shape and torch.allclose(result, expected, atol=1e-6, equal_nan=True)
    return "takes it" if same else "reads it otherwise"


def _uncompiled() -> AbstractContextManager:
    """Keep the compiler, which would look into the hooks, out of a call; not loaded, it compiled nothing."""
    return torch.compiler.set_stance("force_eager") if "torch._dynamo" in sys.modules else nullcontext()


@contextmanager
def _copied_buffers(module: nn.Module) -> Generator[None, None, None]:
    """Let a module work on copies of its buffers, but for lazy ones, which have no values yet.

    torch.func.functional_call would do so too, but loses the buffers of a layer that stands in two places.
    """
    lazy = nn.parameter.UninitializedBuffer
    own = [
        (layer._buffers, name, buffer)
        for layer in module.modules()
        for name, buffer in layer._buffers.items()
        if buffer is not None and not isinstance(buffer, lazy)
    ]
    copies = {buffer: buffer.clone() for _, _, buffer in own}  # one that is shared stays shared
    try:
        for buffers, name, buffer in own:
            buffers[name] = copies[buffer]
        yield
    finally:
        for buffers, name, buffer in own:
            buffers[name] = buffer


def _shape(value):
    """Return the shape of a tensor, those of several, or the class of what is not a tensor."""
    if isinstance(value, Tensor):
        return tuple(value.shape)
    if isinstance(value, Mapping):
        return {key: _shape(each) for key, each in value.items()}
    if isinstance(value, (tuple, list)):
        return tuple(_shape(each) for each in value)
    return type(value).__name__


def _first(value) -> Tensor:
    """Return a layer's tensor, or the first of several."""
    return value if isinstance(value, Tensor) else _first(value[0])
