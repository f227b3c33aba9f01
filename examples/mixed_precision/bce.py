"""BCELoss takes probabilities, which 16 bits cannot tell from 0 and 1.

Requires: cuda
"""

# --8<-- [start:bce]
import torch
import torch.nn.functional as F

scores, y = torch.zeros(3, device="cuda"), torch.ones(3, device="cuda")
with torch.autocast("cuda", dtype=torch.float16):
    try:
        F.binary_cross_entropy(scores.sigmoid(), y)
    except RuntimeError as error:
        print(str(error).splitlines()[0])
        #? torch.nn.functional.binary_cross_entropy and torch.nn.BCELoss are unsafe to autocast.
    print(F.binary_cross_entropy_with_logits(scores, y).dtype)
    #? torch.float32
# --8<-- [end:bce]
