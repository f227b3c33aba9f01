"""no_grad() switches recording off, and nothing else."""

# --8<-- [start:setup]
import torch
from torch import nn

x = torch.tensor([1.0, 2.0], requires_grad=True)
# --8<-- [end:setup]

# --8<-- [start:typo]
try:
    with torch.no.grad():
        y = x * 2
except AttributeError as error:
    print(error)
    #> module 'torch' has no attribute 'no'
with torch.no_grad():
    y = x * 2
print(x.requires_grad, y.requires_grad)
#> True False
# --8<-- [end:typo]

# --8<-- [start:eval]
for mode in ("train", "eval"):
    for recording in (True, False):
        model = nn.Sequential(nn.Linear(1, 1000), nn.BatchNorm1d(1000), nn.Dropout(0.5))
        getattr(model, mode)()
        nn.init.ones_(model[0].weight)
        nn.init.ones_(model[0].bias)  # so that only dropout gives zeros
        with torch.set_grad_enabled(recording):
            y_hat = model(torch.tensor([[1.0], [2.0]]))
        dropped = bool((y_hat == 0).any())
        moved = bool((model[1].running_mean != 0).any())
        print(f"{mode:5} grad={recording!s:5}: recorded={y_hat.requires_grad!s:5} dropped={dropped!s:5} averaged={moved}")
        #> train grad=True : recorded=True  dropped=True  averaged=True
        #> train grad=False: recorded=False dropped=True  averaged=True
        #> eval  grad=True : recorded=True  dropped=False averaged=False
        #> eval  grad=False: recorded=False dropped=False averaged=False
# --8<-- [end:eval]

# --8<-- [start:inference_mode]
with torch.no_grad():
    features = torch.ones(2)
(features * x).sum().backward()
print("no_grad:", x.grad.tolist())
#> no_grad: [1.0, 1.0]
with torch.inference_mode():
    features = torch.ones(2)
try:
    (features * x).sum().backward()
except RuntimeError as error:
    print("inference_mode:", str(error).split(". ")[0])
    #> inference_mode: Inference tensors cannot be saved for backward
(features.clone() * x).sum().backward()
print("a clone is an ordinary tensor:", x.grad.tolist())
#> a clone is an ordinary tensor: [2.0, 2.0]
# --8<-- [end:inference_mode]
