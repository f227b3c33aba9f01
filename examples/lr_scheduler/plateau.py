"""ReduceLROnPlateau looks at a number that you give it."""

# --8<-- [start:setup]
import torch
from torch.optim.lr_scheduler import ReduceLROnPlateau

from torchmemo import lr_curve

# --8<-- [end:setup]

# --8<-- [start:plateau]
losses = [1.0, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8]
for patience in (0, 2):
    curve = lr_curve(lambda optimizer, p=patience: ReduceLROnPlateau(optimizer, patience=p), 8, metrics=losses)
    print(f"patience {patience}:", *(f"{value:.0e}" for value in curve))
    #> patience 0: 1e+00 1e+00 1e+00 1e-01 1e-02 1e-03 1e-04 1e-05
    #> patience 2: 1e+00 1e+00 1e+00 1e+00 1e+00 1e-01 1e-01 1e-01
# --8<-- [end:plateau]

# --8<-- [start:threshold]
for start in (1.0, 1000.0):
    falling = [start - 0.05 * step for step in range(6)]  # always better, by the same amount
    curve = lr_curve(lambda optimizer: ReduceLROnPlateau(optimizer, patience=0), 7, metrics=falling)
    print(f"from {start}:", *(f"{value:.0e}" for value in curve))
    #> from 1.0: 1e+00 1e+00 1e+00 1e+00 1e+00 1e+00 1e+00
    #> from 1000.0: 1e+00 1e+00 1e-01 1e-02 1e-02 1e-03 1e-03
# --8<-- [end:threshold]

# --8<-- [start:mode]
accuracies = [0.5, 0.6, 0.7, 0.8, 0.9]
for mode in ("min", "max"):
    curve = lr_curve(lambda optimizer, m=mode: ReduceLROnPlateau(optimizer, m, patience=0), 6, metrics=accuracies)
    print(f"accuracy that rises, mode={mode!r}:", *(f"{value:.0e}" for value in curve))
    #> accuracy that rises, mode='min': 1e+00 1e+00 1e-01 1e-02 1e-03 1e-04
    #> accuracy that rises, mode='max': 1e+00 1e+00 1e+00 1e+00 1e+00 1e+00
# --8<-- [end:mode]

# --8<-- [start:metric]
optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=1.0)
scheduler = ReduceLROnPlateau(optimizer)
optimizer.step()
try:
    scheduler.step()
except TypeError as error:
    print(error)
    #> ReduceLROnPlateau.step() missing 1 required positional argument: 'metrics'
# --8<-- [end:metric]
