"""Gradients: what is in ``.grad``, how to gather a large batch in pieces, and the graph that they flow through."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

import torch
from torch import Tensor, nn
from torch.autograd.graph import Node, get_gradient_edge


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


def graph_lines(
    tensor: Tensor,
    names: Mapping[str, Tensor] | Iterable[tuple[str, Tensor]] = (),
) -> Iterator[str]:
    """Draw the graph that backward would walk from a tensor, one line a node.

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
    name = name_of.get(id(node.variable))
    return f"leaf {name} {tuple(node.variable.shape)}" if name else f"leaf {tuple(node.variable.shape)}"


def _indented(rows: list[tuple[int, Node]], labels: dict[Node, str]) -> Iterator[str]:
    """Yield the rows as text, one at a time: a long chain's lines are longer than memory."""
    shown = set()
    for depth, node in rows:
        yield "  " * depth + labels[node] + (" again" if node in shown else "")
        shown.add(node)
