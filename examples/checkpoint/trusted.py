"""A file of tensors, a file that can run code, and the classes that you trust."""

# --8<-- [start:setup]
import contextlib
import os
import pickle
from datetime import timedelta

import torch


def refused(path):
    try:
        return torch.load(path)
    except pickle.UnpicklingError as error:
        return next(line.split(". ")[0].strip() for line in str(error).splitlines() if "Unsupported global" in line)
# --8<-- [end:setup]


# --8<-- [start:weights_only]
torch.save({"weight": torch.ones(2), "took": timedelta(minutes=5)}, "theirs.pt")
print(refused("theirs.pt"))
#> WeightsUnpickler error: Unsupported global: GLOBAL datetime.timedelta was not an allowed global by default
# --8<-- [end:weights_only]

# --8<-- [start:safe_globals]
print(sorted(torch.serialization.get_unsafe_globals_in_checkpoint("theirs.pt")))  # what it asks for, without running it
#> ['datetime.timedelta']
with torch.serialization.safe_globals([timedelta]):
    print(torch.load("theirs.pt")["took"])
    #> 0:05:00
# --8<-- [end:safe_globals]

# --8<-- [start:runs_code]
class Stranger:
    def __reduce__(self):  # what the file tells the loader to call
        return os.mkdir, ("made_by_loading",)


torch.save(Stranger(), "stranger.pt")
for weights_only in (True, False):
    with contextlib.suppress(pickle.UnpicklingError):
        torch.load("stranger.pt", weights_only=weights_only)
    print(f"weights_only={weights_only}: the folder is there: {os.path.exists('made_by_loading')}")
    #> weights_only=True: the folder is there: False
    #> weights_only=False: the folder is there: True
# --8<-- [end:runs_code]
