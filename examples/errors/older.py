"""Warnings about names and options of older code, and what to write instead."""

# --8<-- [start:older]
import warnings

import torch
import torchvision
from torch import nn

calls = [
    lambda: torch.set_default_tensor_type(torch.FloatTensor),  # set_default_dtype(), set_default_device()
    lambda: nn.MSELoss(size_average=False),  # reduction="sum"
    lambda: torchvision.models.resnet18(pretrained=False),  # weights=None, or weights="DEFAULT"
    lambda: torch.meshgrid(torch.arange(2), torch.arange(3)),  # indexing="ij"
    lambda: torch.tensor(torch.ones(2)),  # x.detach().clone()
]
for call in calls:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        call()
    print(str(caught[0].message).partition(". ")[0])
    #> torch.set_default_tensor_type() is deprecated as of PyTorch 2.1, please use torch.set_default_dtype() and torch.set_default_device() as alternatives
    #> size_average and reduce args will be deprecated, please use reduction='sum' instead.
    #> The parameter 'pretrained' is deprecated since 0.13 and may be removed in the future, please use 'weights' instead.
    #> torch.meshgrid: in an upcoming release, it will be required to pass the indexing argument
    #> To copy construct from a tensor, it is recommended to use sourceTensor.detach().clone() or sourceTensor.detach().clone().requires_grad_(True), rather than torch.tensor(sourceTensor).
# --8<-- [end:older]
