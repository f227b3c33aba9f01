"""Predictions (n, 1) against targets (n,): every prediction is compared with every target."""

# --8<-- [start:setup]
import warnings

import torch
import torch.nn.functional as F

warnings.simplefilter("always")
y = torch.tensor([0.0, 1.0, 2.0])  # (n=3,)
y_hat = y.reshape(3, 1).clone().requires_grad_()  # (n=3, 1): each prediction is right
# --8<-- [end:setup]

# --8<-- [start:broadcast]
by_hand = ((y_hat - y) ** 2).mean()  # (3, 1) - (3,) is (3, 3), and nothing warns
by_hand.backward()
print(f"loss {by_hand:.4f}, pulls {[round(g, 4) for g in y_hat.grad.flatten().tolist()]}")
#> loss 1.3333, pulls [-0.6667, 0.0, 0.6667]
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    F.mse_loss(y_hat, y)
print(str(caught[0].message).split(". ")[0])
#> Using a target size (torch.Size([3])) that is different to the input size (torch.Size([3, 1]))
try:
    F.binary_cross_entropy_with_logits(y_hat, y)
except ValueError as error:
    print(error)
    #> Target size (torch.Size([3])) must be the same as input size (torch.Size([3, 1]))
# --8<-- [end:broadcast]

# --8<-- [start:one_shape]
print(F.mse_loss(y_hat.squeeze(1), y).item(), F.mse_loss(y_hat, y.unsqueeze(1)).item())
#> 0.0 0.0
assert y_hat.squeeze(1).shape == y.shape  # one line that would have told
one = torch.ones(1, 1)  # a batch of one
print("squeeze()", tuple(one.squeeze().shape), "squeeze(1)", tuple(one.squeeze(1).shape))
#> squeeze() () squeeze(1) (1,)
# --8<-- [end:one_shape]
