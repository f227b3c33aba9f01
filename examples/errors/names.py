"""Names that are not there: in this version of torch, in a model, in what a file held."""

# --8<-- [start:names]
import importlib

import torch
from torch import nn

model = nn.Sequential(nn.Linear(2, 1))
calls = [
    lambda: torch.symeig,  # removed in torch 2.0: torch.linalg.eigh
    lambda: importlib.import_module("torch._six"),  # removed in torch 2.0, and older code imports it
    lambda: model.fc,  # the layers of a Sequential have numbers: model[0]
    lambda: model.state_dict().eval(),  # weights alone; the model is what load_state_dict() fills
    lambda: torch.ones(2).numpy().unsqueeze(0),  # an array, no tensor: torch.from_numpy() first
]
for call in calls:
    try:
        call()
    except (AttributeError, ModuleNotFoundError) as error:
        print(error)
        #> No module named 'torch._six'
        #> 'Sequential' object has no attribute 'fc'
        #> 'collections.OrderedDict' object has no attribute 'eval'
        #> 'numpy.ndarray' object has no attribute 'unsqueeze'
# --8<-- [end:names]
