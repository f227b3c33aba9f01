"""Integers: division, means and labels differ between NumPy and torch."""

# --8<-- [start:setup]
import numpy as np
import torch
from torch import nn

pixels = np.array([0, 51, 255], dtype=np.uint8)
# --8<-- [end:setup]

# --8<-- [start:division]
print("divided by NumPy:", torch.from_numpy(pixels / 255).dtype)
#> divided by NumPy: torch.float64
print("divided by torch:", (torch.from_numpy(pixels) / 255).dtype)
#> divided by torch: torch.float32
print("mean by NumPy:", pixels.mean())
#> mean by NumPy: 102.0
try:
    torch.from_numpy(pixels).mean()
except RuntimeError as error:
    print("mean by torch:", error)
    #> mean by torch: mean(): could not infer output dtype. Input dtype must be either a floating point or complex dtype. Got: Byte
# --8<-- [end:division]

# --8<-- [start:labels]
logits = torch.zeros(2, 3)  # (batch=2, classes=3)
logits_of_pixels = torch.zeros(2, 3, 4, 4)  # (batch=2, classes=3, height, width)
for dtype in ("int64", "int32", "uint8"):
    y = torch.from_numpy(np.array([0, 2], dtype=dtype))
    mask = torch.from_numpy(np.zeros((2, 4, 4), dtype=dtype))
    for name, prediction, target in (("labels", logits, y), ("mask", logits_of_pixels, mask)):
        try:
            outcome = f"loss {nn.functional.cross_entropy(prediction, target):.4f}"
        except RuntimeError as error:
            outcome = error
        print(f"{dtype} {name}: {outcome}")
        #> int64 labels: loss 1.0986
        #> int64 mask: loss 1.0986
        #> int32 labels: expected target dtype to be Long or Byte, but got Int
        #> int32 mask: expected target dtype to be Long or Byte, but got Int
        #> uint8 labels: loss 1.0986
        #> uint8 mask: expected scalar type Long but found Byte
# --8<-- [end:labels]

# --8<-- [start:losses]
for name, loss_fn, prediction, target in (
    ("CrossEntropyLoss, class numbers", nn.CrossEntropyLoss(), (2, 3), (2,)),
    ("CrossEntropyLoss, probabilities", nn.CrossEntropyLoss(), (2, 3), (2, 3)),
    ("BCEWithLogitsLoss", nn.BCEWithLogitsLoss(), (2, 1), (2, 1)),
    ("MSELoss", nn.MSELoss(), (2, 1), (2, 1)),
):
    taken = []
    for dtype in (torch.int64, torch.float32):
        try:
            loss_fn(torch.zeros(prediction), torch.zeros(target, dtype=dtype))
            taken.append(str(dtype).removeprefix("torch."))
        except RuntimeError:
            pass
    print(f"{name}: prediction {prediction}, target {target}, {' or '.join(taken)}")
    #> CrossEntropyLoss, class numbers: prediction (2, 3), target (2,), int64
    #> CrossEntropyLoss, probabilities: prediction (2, 3), target (2, 3), float32
    #> BCEWithLogitsLoss: prediction (2, 1), target (2, 1), float32
    #> MSELoss: prediction (2, 1), target (2, 1), int64 or float32
# --8<-- [end:losses]
