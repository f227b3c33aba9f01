"""Net, as tutorials write it, is not in torch."""

# --8<-- [start:net]
import torch

try:
    net = Net()
    print(f"torch {torch.__version__} made a {type(net).__name__}")
except NameError as error:
    print(error)
    #> name 'Net' is not defined
# --8<-- [end:net]
