"""Packages that belong together, and names that an older or newer torch does not have."""

# --8<-- [start:mixed_versions]
import importlib

for name in ("torch._six", "torchvision.transforms.functional_tensor"):  # gone since 2.0 and 0.17
    try:
        importlib.import_module(name)
    except ModuleNotFoundError as error:
        print(error)
        #> No module named 'torch._six'
        #> No module named 'torchvision.transforms.functional_tensor'
try:
    from torch import not_there  # noqa: F401
except ImportError as error:
    print(str(error).split(" (")[0])
    #> cannot import name 'not_there' from 'torch'
# --8<-- [end:mixed_versions]
