"""A gradient of nan from a value that is fine: the slope of sqrt at 0 is infinite."""

# --8<-- [start:nan]
import warnings

import torch

distances = {
    "sqrt of the sum": lambda x: (x**2).sum().sqrt(),
    "with 1e-12 inside": lambda x: ((x**2).sum() + 1e-12).sqrt(),
    "vector_norm": torch.linalg.vector_norm,
}
for name, distance in distances.items():
    x = torch.zeros(2, requires_grad=True)
    y = distance(x)
    y.backward()
    print(f"{name}: value {y.item():.0e}, gradient {x.grad.tolist()}")
    #> sqrt of the sum: value 0e+00, gradient [nan, nan]
    #> with 1e-12 inside: value 1e-06, gradient [0.0, 0.0]
    #> vector_norm: value 0e+00, gradient [0.0, 0.0]

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    with torch.autograd.set_detect_anomaly(True):
        try:
            distances["sqrt of the sum"](x).backward()
        except RuntimeError as error:
            print(error)
            #> Function 'PowBackward0' returned nan values in its 0th output.
print("and where it was recorded:", "Traceback of forward call" in str(caught[-1].message))
#> and where it was recorded: True
# --8<-- [end:nan]
