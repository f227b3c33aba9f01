"""Keys that begin with module. or _orig_mod.: a wrapper was saved with the model."""

# --8<-- [start:setup]
import torch
from torch import nn


def said(model, state, **options):
    try:
        return model.load_state_dict(state, **options)
    except RuntimeError as error:
        return " ".join(str(error).split())
# --8<-- [end:setup]


# --8<-- [start:prefix]
compiled = torch.compile(nn.Linear(2, 1)).state_dict()  # nothing is compiled before the first call
wrapped = {f"module.{name}": value for name, value in nn.Linear(2, 1).state_dict().items()}  # as DDP names them
print(list(compiled), list(wrapped))
#> ['_orig_mod.weight', '_orig_mod.bias'] ['module.weight', 'module.bias']
print(said(nn.Linear(2, 1), wrapped))
#> Error(s) in loading state_dict for Linear: Missing key(s) in state_dict: "weight", "bias". Unexpected key(s) in state_dict: "module.weight", "module.bias".


def without_prefix(state):
    return {name.removeprefix("module.").removeprefix("_orig_mod."): value for name, value in state.items()}


print(said(nn.Linear(2, 1), without_prefix(wrapped)), said(nn.Linear(2, 1), without_prefix(compiled)))
#> <All keys matched successfully> <All keys matched successfully>
# --8<-- [end:prefix]
