"""no_grad() switches recording off, and nothing else."""

# --8<-- [start:setup]
import torch
from torch import nn

x = torch.tensor([1.0, 2.0], requires_grad=True)
# --8<-- [end:setup]

# --8<-- [start:no_grad]
with torch.no_grad():
    y = x * 2
print("the result:", y.requires_grad, "x itself:", x.requires_grad)
#> the result: False x itself: True
try:
    with torch.no.grad():
        y = x * 2
except AttributeError as error:
    print(error)
    #> module 'torch' has no attribute 'no'
# --8<-- [end:no_grad]

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
with torch.inference_mode():
    features = torch.ones(2)
uses = {
    "x + features": lambda: x + features,  # the derivative needs no values
    "x * features": lambda: x * features,  # the derivative with respect to x is features
    "x * features.clone()": lambda: x * features.clone(),
    "features.add_(1)": lambda: features.add_(1),
}
for name, use in uses.items():
    try:
        use()
        outcome = "no error"
    except RuntimeError as error:
        outcome = str(error).split(".")[0]
    print(f"{name}: {outcome}")
    #> x + features: no error
    #> x * features: Inference tensors cannot be saved for backward
    #> x * features.clone(): no error
    #> features.add_(1): Inplace update to inference tensor outside InferenceMode is not allowed
with torch.no_grad():
    features = torch.ones(2)
print("of no_grad():", (x * features).requires_grad)
#> of no_grad(): True
# --8<-- [end:inference_mode]
