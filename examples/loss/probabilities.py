"""A loss that takes scores is given probabilities: softmax twice, sigmoid twice."""

# --8<-- [start:setup]
import warnings

import torch
import torch.nn.functional as F
from torch import nn

sure = torch.tensor([[20.0, 0.0, 0.0]])  # (batch=1, classes=3): as sure of class 0 as can be
label = torch.tensor([0])
# --8<-- [end:setup]

# --8<-- [start:probabilities]
print(f"scores {F.cross_entropy(sure, label):.4f}, softmax first {F.cross_entropy(sure.softmax(1), label):.4f}")
#> scores 0.0000, softmax first 0.5514
print(f"NLLLoss of probabilities {F.nll_loss(sure.softmax(1), label):.4f}")  # it takes log-probabilities
#> NLLLoss of probabilities -1.0000
one = torch.tensor([20.0])
yes = torch.tensor([1.0])
twice = F.binary_cross_entropy_with_logits(one.sigmoid(), yes)
print(f"score {F.binary_cross_entropy_with_logits(one, yes):.4f}, sigmoid first {twice:.4f}")
#> score 0.0000, sigmoid first 0.3133
for attempt in (lambda: F.binary_cross_entropy(one, yes), lambda: F.binary_cross_entropy(one.sigmoid(), 2 * yes)):
    try:
        attempt()
    except RuntimeError as error:
        print(error)
        #> all elements of input should be between 0 and 1
        #> all elements of target should be between 0 and 1
# --8<-- [end:probabilities]

# --8<-- [start:softmax_dim]
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    nn.Softmax()(sure)
print(caught[0].message)
#> Implicit dimension choice for softmax has been deprecated. Change the call to include dim=X as an argument.
# --8<-- [end:softmax_dim]
