"""Gradients: what is in ``.grad``, how to gather a large batch in pieces, and the graph that they flow through."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

import torch
from torch import Tensor, nn
from torch.autograd.graph import Node, get_gradient_edge

from torchmemo._arguments import check_tensor


def grad_norms(module: nn.Module) -> dict[str, float | None]:
    """Return the L2 norm of each parameter's gradient.

    None and 0.0 are different states: an optimizer skips a parameter whose gradient is None, and still applies
    momentum and weight decay to one whose gradient is zero. The norms of one device come in one transfer, so that a
    GPU is waited for once, not once a parameter. Of a sharded parameter (DTensor) it is the norm of the local shard.

    Args:
        module: any module; its submodules count too.

    Returns:
        The norm by parameter name, in the order of ``named_parameters()``; None where there is no gradient.

    Raises:
        ValueError: a gradient on the meta device, without values; the message names the parameter.
    """
    norms: dict[str, float | None] = {}
    by_device: dict[torch.device, dict[str, Tensor]] = {}
    for name, parameter in module.named_parameters():
        norms[name] = None
        if parameter.grad is not None:
            if parameter.grad.is_meta:
                raise ValueError(f"the gradient of {name} is on the meta device and has no values")
            by_device.setdefault(parameter.grad.device, {})[name] = _norm(parameter.grad)
    for of_device in by_device.values():
        norms.update(zip(of_device, torch.stack(list(of_device.values())).tolist(), strict=True))
    return norms


def _norm(gradient: Tensor) -> Tensor:
    """Return the L2 norm in float32 or wider: in float16 the squares of a large gradient would overflow."""
    gradient = gradient.detach()
    gradient = getattr(gradient, "to_local", lambda: gradient)()
    values = gradient.coalesce().values() if gradient.layout == torch.sparse_coo else gradient
    wide = torch.promote_types(values.dtype, torch.float32)
    return torch.linalg.vector_norm(values, dtype=wide).double()


def backward_in_chunks(
    module: nn.Module,
    loss_fn: Callable[[Tensor, Tensor], Tensor],
    x: Tensor,
    y: Tensor,
    *,
    num_chunks: int,
    count: Callable[[Tensor], Tensor | float] | None = None,
) -> Tensor:
    """Add a batch's gradients to ``.grad`` chunk by chunk, as one backward over the batch would.

    Each chunk's loss counts by its share of what the loss is a mean over: of the samples, or of what `count` says. A
    mean over tokens with an ``ignore_index``, or with class weights, is not a mean over the samples, and needs `count`:
    the number of tokens that are not ignored, or the sum of their classes' weights.

    The sums differ all the same for layers that look across the batch (BatchNorm), for losses that compare samples
    with each other (contrastive ones), and where dropout draws anew for each chunk. Under DDP each chunk's backward
    exchanges the gradients, unless all but the last stand in ``no_sync()``; with a GradScaler, scale in `loss_fn`.

    Args:
        module: called with a chunk of `x`.
        loss_fn: takes the module's output and a chunk of `y`; returns the **mean** over the chunk, a scalar.
        x: (batch, ...).
        y: (batch, ...).
        num_chunks: how many pieces to aim at, 1 or more; memory for activations falls accordingly. As with
            ``torch.chunk``, the pieces are equal but for the last, and may be fewer.
        count: takes targets and returns how much they count in the mean, 0 or more, such as
            ``lambda y: (y != -100).sum()``, ``lambda y: weight[y].sum()`` or, with both,
            ``lambda y: weight[y[y != -100]].sum()``; None for the number of samples.

    Returns:
        The loss of the whole batch, a scalar without a graph.

    Raises:
        TypeError: `x`, `y` or the loss is no tensor.
        ValueError: `x` or `y` has no batch dimension, they differ in batch size, the batch is empty or counts nothing,
            `num_chunks` is under 1; a loss that is not a scalar; a `loss_fn` from ``torch.nn`` that does not take the
            mean, or that weights or ignores targets while `count` is None.

    Source:
        PyTorch 2.15 documentation, torch.nn.CrossEntropyLoss: what the mean is divided by.
    """
    for name, values in (("x", x), ("y", y)):
        check_tensor(name, values)
        if values.ndim == 0:
            raise ValueError(f"{name} must be (batch, ...), but it has no dimension: pass {name}.unsqueeze(0)")
    batch = len(x)
    if batch != len(y):
        raise ValueError(f"x and y must have the same batch size, but x has {batch} samples and y {len(y)}")
    if batch == 0:
        raise ValueError("x and y are empty: there is no sample to take a gradient of")
    if num_chunks < 1:
        raise ValueError(f"num_chunks must be 1 or more, not {num_chunks}")
    _check_mean(loss_fn, y, counted=count is not None)
    shares = [float(count(part)) if count else float(len(part)) for part in y.chunk(num_chunks)]
    if not all(0 <= share < float("inf") for share in shares) or sum(shares) == 0:
        raise ValueError(f"count must be finite, 0 or more, and more than 0 in all, but the chunks count {shares}")
    total = torch.zeros((), device=x.device)
    for x_chunk, y_chunk, share in zip(x.chunk(num_chunks), y.chunk(num_chunks), shares, strict=True):
        if share == 0:  # a mean over nothing is NaN
            continue
        loss = loss_fn(module(x_chunk), y_chunk)
        if not isinstance(loss, Tensor):
            raise TypeError(f"loss_fn must return a torch.Tensor with its graph, not {type(loss).__name__}")
        if loss.ndim:
            raise ValueError(f"loss_fn must return a scalar mean, but it returned the shape {tuple(loss.shape)}")
        loss = loss * (share / sum(shares))
        loss.backward()
        total = total + loss.detach()
    return total


def _check_mean(loss_fn: Callable, y: Tensor, *, counted: bool) -> None:
    """Raise where a loss of torch.nn tells that it is no mean over the samples."""
    name = type(loss_fn).__name__
    if (reduction := getattr(loss_fn, "reduction", "mean")) not in ("mean", "batchmean"):
        raise ValueError(f"loss_fn must take the mean, but this {name} has reduction={reduction!r}")
    if counted or y.is_floating_point():  # with probabilities for targets, the mean is over the samples
        return
    if isinstance(loss_fn, nn.CrossEntropyLoss | nn.NLLLoss):
        ignores = bool((y == loss_fn.ignore_index).any())
        if loss_fn.weight is not None:
            counted_y = f"y[y != {loss_fn.ignore_index}]" if ignores else "y"  # an index of -100 counts from the end
            raise ValueError(f"this {name} has class weights: pass count=lambda y: weight[{counted_y}].sum()")
        if ignores:
            raise ValueError(f"this {name} ignores targets: pass count=lambda y: (y != {loss_fn.ignore_index}).sum()")


def graph_lines(
    tensor: Tensor,
    names: Mapping[str, Tensor] | Iterable[tuple[str, Tensor]] = (),
) -> Iterator[str]:
    """Draw the graph that backward would follow from a tensor, one line a node.

    A node that is reached again is not followed again: it has a number, and its later lines end in "again". An
    operation bears the name of its node without ``Backward`` and what follows, since that number is torch's own.
    Which operations a layer consists of is torch's own as well: it may change with version, device and shape.

    Args:
        tensor: any shape; its node is the first line.
        names: the leaves' names, such as ``model.named_parameters()``; a leaf that is not in it has its shape alone.

    Returns:
        An iterator over the lines, each indented by two spaces for every step from `tensor`. Inputs that need no
        gradient have no line, and a tensor that does not require grad has none at all. A graph of any depth will do,
        but joined to one text its lines take memory by the square of the depth.

    Source:
        PyTorch 2.15 documentation, torch.autograd.graph.Node.
    """
    rows = []  # (depth, node), in the order of the lines
    seen: Counter[Node] = Counter()
    waiting = [(0, get_gradient_edge(tensor).node)] if tensor.requires_grad else []
    while waiting:  # a stack, since recursion would end at a depth of 1000
        depth, node = waiting.pop()
        rows.append((depth, node))
        seen[node] += 1
        if seen[node] == 1:
            inputs = [source for source, _ in node.next_functions if source is not None]
            waiting.extend((depth + 1, source) for source in reversed(inputs))
    name_of = {id(leaf): name for name, leaf in dict(names).items()}
    labels = {node: _label(node, name_of) for node in seen}
    shared = (node for node, times in seen.items() if times > 1)
    for number, node in enumerate(shared, 1):
        labels[node] += f" #{number}"
    return _indented(rows, labels)


def _label(node: Node, name_of: dict[int, str]) -> str:
    """Return what a node is: an operation's name, or a leaf's name and shape."""
    kind = node.name().rpartition("::")[2].rstrip(">")  # without C++ namespaces and templates
    if kind != "AccumulateGrad":  # the node that adds a gradient to a leaf's .grad
        return re.sub(r"Backward\d*$", "", kind)
    leaf: Tensor = node.variable  # ty: ignore[missing-attribute] - this kind of node alone has one
    name = name_of.get(id(leaf))
    return f"leaf {name} {tuple(leaf.shape)}" if name else f"leaf {tuple(leaf.shape)}"


def _indented(rows: list[tuple[int, Node]], labels: dict[Node, str]) -> Iterator[str]:
    """Yield the rows as text, one at a time: a long chain's lines are longer than memory."""
    shown = set()
    for depth, node in rows:
        yield "  " * depth + labels[node] + (" again" if node in shown else "")
        shown.add(node)
