"""The small functions that the torchmemo pages use, each held against an oracle by the tests.

A name is loaded when it is first used, so ``import torchmemo`` loads nothing else. ``torchmemo.errors`` and
``torchmemo.figures`` never need torch, and of ``torchmemo.devices`` only the report does. The other modules need it:
``pip install 'torchmemo[torch]'`` brings it; a plain ``pip install torchmemo`` leaves the torch that is there alone.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from torchmemo.arrays import shares_memory, to_numpy
    from torchmemo.grads import backward_in_chunks, grad_norms, graph_lines
    from torchmemo.images import denormalize, image_report
    from torchmemo.regression import LinearFit, fit_huber, fit_ols
    from torchmemo.regularization import decay_groups, soft_threshold
    from torchmemo.schedules import lr_curve
    from torchmemo.shapes import LayerShapes, trace_shapes, unbatched_behavior

__version__ = "0.2.0"

_FROM = {  # where a name is, so that it is imported, and torch with it, when it is first used (PEP 562)
    "LayerShapes": "shapes",
    "LinearFit": "regression",
    "backward_in_chunks": "grads",
    "decay_groups": "regularization",
    "denormalize": "images",
    "fit_huber": "regression",
    "fit_ols": "regression",
    "grad_norms": "grads",
    "graph_lines": "grads",
    "image_report": "images",
    "lr_curve": "schedules",
    "shares_memory": "arrays",
    "soft_threshold": "regularization",
    "to_numpy": "arrays",
    "trace_shapes": "shapes",
    "unbatched_behavior": "shapes",
}

__all__ = [
    "LayerShapes",
    "LinearFit",
    "backward_in_chunks",
    "decay_groups",
    "denormalize",
    "fit_huber",
    "fit_ols",
    "grad_norms",
    "graph_lines",
    "image_report",
    "lr_curve",
    "shares_memory",
    "soft_threshold",
    "to_numpy",
    "trace_shapes",
    "unbatched_behavior",
]


def __getattr__(name: str):
    """Import what is asked for."""
    if name not in _FROM:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    try:
        value = getattr(importlib.import_module(f"torchmemo.{_FROM[name]}"), name)
    except ModuleNotFoundError as error:
        if error.name not in ("numpy", "torch"):
            raise
        raise ImportError(
            f"torchmemo.{name} needs {error.name}, which is not installed: pip install 'torchmemo[torch]'",
            name=error.name,
        ) from None
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """Name what can be asked for, too."""
    return sorted({*globals(), *__all__})


def load_ipython_extension(shell) -> None:
    """Explain each error of a notebook: ``%load_ext torchmemo``."""
    from torchmemo.notebook import load

    load(shell)


def unload_ipython_extension(shell) -> None:
    """Explain no more: ``%unload_ext torchmemo``."""
    from torchmemo.notebook import unload

    unload(shell)
