"""A write through detach().numpy() can make a gradient wrong without an error."""

# --8<-- [start:setup]
import torch

from torchmemo import to_numpy

x = torch.tensor([0.0, 1.0], requires_grad=True)


def gradient_after(write):
    x.grad = None
    y = x.exp()  # autograd saves y for backward, since d(exp x)/dx = exp x = y
    write(y)
    y.sum().backward()
    return [round(g, 4) for g in x.grad.tolist()]
# --8<-- [end:setup]


# --8<-- [start:silent]
def by_array(y):
    y.detach().numpy()[:] = 0


print("no write:        ", gradient_after(lambda y: None))
#> no write:         [1.0, 2.7183]
print("through an array:", gradient_after(by_array))
#> through an array: [0.0, 0.0]
# --8<-- [end:silent]

# --8<-- [start:noticed]
try:
    gradient_after(lambda y: y.detach().zero_())
except RuntimeError as error:
    print(str(error).split(": [")[0])
    #> one of the variables needed for gradient computation has been modified by an inplace operation
# --8<-- [end:noticed]

# --8<-- [start:data]
print("through .data:   ", gradient_after(lambda y: y.data.zero_()))
#> through .data:    [0.0, 0.0]
for name, write in {"detach()": lambda y: y.detach().zero_(), ".data": lambda y: y.data.zero_(), "numpy()": by_array}.items():
    y = x.exp()
    write(y)
    print(f"{name} raised the version counter to {y._version}")
    #> detach() raised the version counter to 1
    #> .data raised the version counter to 0
    #> numpy() raised the version counter to 0
# --8<-- [end:data]


# --8<-- [start:safe]
def by_copy(y):
    to_numpy(y)[:] = 0


print("through a copy:  ", gradient_after(by_copy))
#> through a copy:   [1.0, 2.7183]
# --8<-- [end:safe]
