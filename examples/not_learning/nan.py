"""Where nan comes from: a slope that is infinite, in a branch that was not even taken."""

# --8<-- [start:setup]
import torch


def slope(f, at):
    x = torch.tensor(at, requires_grad=True)
    f(x).sum().backward()
    return x.grad.tolist()
# --8<-- [end:setup]


# --8<-- [start:nan_loss]
print("sqrt of a sum of squares ", slope(lambda x: x.square().sum().sqrt(), [0.0, 0.0]))
#> sqrt of a sum of squares  [nan, nan]
print("torch.linalg.vector_norm ", slope(torch.linalg.vector_norm, [0.0, 0.0]))
#> torch.linalg.vector_norm  [0.0, 0.0]
print("with 1e-12 inside        ", slope(lambda x: (x.square().sum() + 1e-12).sqrt(), [0.0, 0.0]))
#> with 1e-12 inside         [0.0, 0.0]
# --8<-- [end:nan_loss]

# --8<-- [start:where]
def after(x):
    return torch.where(x > 0, x.log(), 0.0)  # chosen after: the log of 0 has been taken


def before(x):
    return torch.where(x > 0, torch.where(x > 0, x, 1.0).log(), 0.0)  # no log of 0 at all


print("value", after(torch.tensor([0.0, 1.0])).tolist(), "slope", slope(after, [0.0, 1.0]))
#> value [0.0, 0.0] slope [nan, 1.0]
print("value", before(torch.tensor([0.0, 1.0])).tolist(), "slope", slope(before, [0.0, 1.0]))
#> value [0.0, 0.0] slope [0.0, 1.0]
# --8<-- [end:where]
