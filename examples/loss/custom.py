"""A loss of your own is a function of tensors, down to one number."""

# --8<-- [start:custom]
import torch

y_hat = torch.tensor([1.0, 2.0, 4.0], requires_grad=True)
y = torch.tensor([1.0, 2.0, 3.0])


def rmse(y_hat, y):
    return ((y_hat - y).pow(2).mean() + 1e-8).sqrt()  # the slope of sqrt at 0 is infinite


def by_numpy(y_hat, y):
    return torch.tensor(((y_hat.detach().numpy() - y.numpy()) ** 2).mean())


def rounded(y_hat, y):
    return (y_hat.round() != y).float().mean()  # the share of mistakes


for loss in (rmse, by_numpy, rounded):
    value = loss(y_hat, y)
    print(f"{loss.__name__:8} {value.item():.3f} has a gradient: {value.requires_grad}")
    #> rmse     0.577 has a gradient: True
    #> by_numpy 0.333 has a gradient: False
    #> rounded  0.333 has a gradient: False
# --8<-- [end:custom]
