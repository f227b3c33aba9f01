"""Build where the model will live, or on meta, and fill it later."""

# --8<-- [start:setup]
import torch
from torch import nn

x = torch.ones(1, 2)
state = {"weight": torch.ones(1, 2)}
# --8<-- [end:setup]

# --8<-- [start:build]
with torch.device("meta"):
    model = nn.Linear(2, 1, bias=False)
    print("inside:", model.weight.device, torch.ones(2).device, torch.tensor([1.0]).device)
    #> inside: meta meta meta
    print("told otherwise, or made of what is there:", torch.ones(2, device="cpu").device, (x + 1).device)
    #> told otherwise, or made of what is there: cpu cpu
# --8<-- [end:build]

# --8<-- [start:assign]
try:
    model.to("cpu")
except NotImplementedError as error:
    print(str(error).split(". ")[0])
    #> Cannot copy out of meta tensor; no data! Please use torch.nn.Module.to_empty() instead of torch.nn.Module.to() when moving module from meta to a different device.
weight = model.to_empty(device="cpu").weight  # memory as it was found, no values of yours
model.load_state_dict(state)  # copied into it
print("to_empty, then load:", model(x).item(), "| shares the file's memory:", weight.data_ptr() == state["weight"].data_ptr())
#> to_empty, then load: 2.0 | shares the file's memory: False
model = nn.Linear(2, 1, bias=False, device="meta")
model.load_state_dict(state, assign=True)  # taken as they are: no second copy
print("assign=True:", model(x).item(), "| shares:", model.weight.data_ptr() == state["weight"].data_ptr())
#> assign=True: 2.0 | shares: True
# --8<-- [end:assign]

# --8<-- [start:tied]
for device in ["cpu", "meta"]:
    model = nn.Sequential(nn.Linear(2, 2), nn.Linear(2, 2)).to(device)
    model[1].weight = model[0].weight  # one parameter for two layers
    before = len(list(model.parameters()))
    model.to_empty(device="cpu")
    print(f"from {device}: {before} parameters, then {len(list(model.parameters()))}")
    #> from cpu: 3 parameters, then 3
    #> from meta: 3 parameters, then 4
# --8<-- [end:tied]
