"""A file of tensors, a file that can run code, and where the tensors land."""

# --8<-- [start:setup]
import contextlib
import os
import pickle

import torch
from torch import nn

net = nn.Linear(2, 1)
nn.init.ones_(net.weight)
# --8<-- [end:setup]

# --8<-- [start:save]
torch.save(net.state_dict(), "weights.pt")
for map_location in ["cpu", "meta"]:  # where the tensors of the file land
    state = torch.load("weights.pt", map_location=map_location)
    print(f"{map_location}: {state['weight'].device}, {state['weight'].dtype}")
    #> cpu: cpu, torch.float32
    #> meta: meta, torch.float32
other = nn.Linear(2, 1).to(torch.float64)
other.load_state_dict(torch.load("weights.pt", map_location="cpu"))  # copied into the model's own parameters
print("other:", other.weight.dtype, other.weight.tolist())
#> other: torch.float64 [[1.0, 1.0]]
# --8<-- [end:save]

# --8<-- [start:weights_only]
torch.save(net, "model.pt")
try:
    torch.load("model.pt")
except pickle.UnpicklingError as error:
    print(next(line.split(". ")[0].strip() for line in str(error).splitlines() if "Unsupported" in line))
    #> WeightsUnpickler error: Unsupported global: GLOBAL torch.nn.modules.linear.Linear was not an allowed global by default
# --8<-- [end:weights_only]

# --8<-- [start:runs_code]
class Stranger:
    def __reduce__(self):  # what the file tells the loader to call
        return os.mkdir, ("made_by_loading",)


torch.save(Stranger(), "stranger.pt")
for weights_only in [True, False]:
    with contextlib.suppress(pickle.UnpicklingError):
        torch.load("stranger.pt", weights_only=weights_only)
    print(f"weights_only={weights_only}: the folder is there: {os.path.exists('made_by_loading')}")
    #> weights_only=True: the folder is there: False
    #> weights_only=False: the folder is there: True
# --8<-- [end:runs_code]
