"""The small functions that the torchmemo pages use, each held against an oracle by the tests."""

from torchmemo.arrays import shares_memory, to_numpy
from torchmemo.grads import backward_in_chunks, grad_norms, graph_lines
from torchmemo.images import denormalize, image_report
from torchmemo.regression import LinearFit, fit_huber, fit_ols
from torchmemo.regularization import decay_groups, soft_threshold
from torchmemo.schedules import lr_curve
from torchmemo.shapes import LayerShapes, trace_shapes, unbatched_behavior

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
