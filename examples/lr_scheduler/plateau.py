"""ReduceLROnPlateau looks at a number that you give it."""

# --8<-- [start:setup]
import torch
from torch.optim.lr_scheduler import ReduceLROnPlateau

from torchmemo import lr_curve


def curve(metrics, **options):
    values = lr_curve(lambda optimizer: ReduceLROnPlateau(optimizer, **options), len(metrics) + 1, metrics=metrics)
    return " ".join(f"{value:.0e}" for value in values)
# --8<-- [end:setup]


# --8<-- [start:plateau]
losses = [1.0, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8]
print("patience 0:", curve(losses, patience=0))
#> patience 0: 1e+00 1e+00 1e+00 1e-01 1e-02 1e-03 1e-04 1e-05
print("patience 2:", curve(losses, patience=2))
#> patience 2: 1e+00 1e+00 1e+00 1e+00 1e+00 1e-01 1e-01 1e-01
# --8<-- [end:plateau]

# --8<-- [start:threshold]
small = [1.0 - 0.05 * step for step in range(6)]
large = [1000.0 - 0.05 * step for step in range(6)]  # falls by the same amount
print("from 1:                     ", curve(small, patience=0))
#> from 1:                      1e+00 1e+00 1e+00 1e+00 1e+00 1e+00 1e+00
print("from 1000:                  ", curve(large, patience=0))
#> from 1000:                   1e+00 1e+00 1e-01 1e-02 1e-02 1e-03 1e-03
print('from 1000, "abs":           ', curve(large, patience=0, threshold_mode="abs"))
#> from 1000, "abs":            1e+00 1e+00 1e+00 1e+00 1e+00 1e+00 1e+00
# --8<-- [end:threshold]

# --8<-- [start:negative]
worse = [-100.0 + 0.005 * step for step in range(6)]  # a negative loss, such as a log-density, that gets worse
print("rises from -100:            ", curve(worse, patience=0))
#> rises from -100:             1e+00 1e+00 1e+00 1e+00 1e+00 1e+00 1e+00
print('rises from -100, "abs":     ', curve(worse, patience=0, threshold_mode="abs"))
#> rises from -100, "abs":      1e+00 1e+00 1e-01 1e-02 1e-03 1e-04 1e-05
# --8<-- [end:negative]

# --8<-- [start:mode]
accuracies = [0.5, 0.6, 0.7, 0.8, 0.9]
print("accuracy that rises, min:   ", curve(accuracies, patience=0))
#> accuracy that rises, min:    1e+00 1e+00 1e-01 1e-02 1e-03 1e-04
print("accuracy that rises, max:   ", curve(accuracies, patience=0, mode="max"))
#> accuracy that rises, max:    1e+00 1e+00 1e+00 1e+00 1e+00 1e+00
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
