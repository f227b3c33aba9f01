"""Histograms, images, text, hyperparameters, the graph: what is written, and under which name it is found."""

# --8<-- [start:setup]
import warnings
from pathlib import Path

import torch
from matplotlib.figure import Figure
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
from torch import nn
from torch.utils.tensorboard import SummaryWriter

model = nn.Linear(2, 1)
writer = SummaryWriter("runs/kinds")
# --8<-- [end:setup]

# --8<-- [start:kinds]
writer.add_histogram("weights", torch.arange(10.0), 0)
writer.add_image("ramp", torch.linspace(0, 1, 16).reshape(1, 4, 4), 0)  # (channels, height, width), 0 to 1
figure = Figure()
figure.subplots().plot([1.0, 0.5, 0.25])
writer.add_figure("curve", figure, 0)  # a figure of Matplotlib, written as an image
writer.add_text("note", "lr 0.1 diverged", 0)
writer.flush()
tags = EventAccumulator("runs/kinds").Reload().Tags()
print({kind: names for kind, names in tags.items() if names})
#> {'images': ['ramp', 'curve'], 'histograms': ['weights'], 'distributions': ['weights'], 'tensors': ['note/text_summary']}
# --8<-- [end:kinds]

# --8<-- [start:lines]
writer.add_scalars("Loss", {"train": 1.0, "val": 2.0}, 0)
writer.flush()
print(sorted(path.name for path in Path("runs/kinds").iterdir() if path.is_dir()))  # each is a run
#> ['Loss_train', 'Loss_val']
print(EventAccumulator("runs/kinds").Reload().Tags()["scalars"])  # the writer's own run has none
#> []
# --8<-- [end:lines]

# --8<-- [start:hparams]
writer.add_hparams({"lr": 0.1}, {"Loss/best": 0.5}, run_name="trial_0")  # a run of its own, inside this one
print(EventAccumulator("runs/kinds/trial_0").Reload().Tags()["scalars"])
#> ['Loss/best']
# --8<-- [end:hparams]

# --8<-- [start:graph]
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    writer.add_graph(model, torch.ones(1, 2))
    writer.close()
print(str(caught[0].message).split(". ")[0])
#> `torch.jit.trace` is deprecated
print("graph on disk:", EventAccumulator("runs/kinds").Reload().Tags()["graph"])
#> graph on disk: True
# --8<-- [end:graph]
