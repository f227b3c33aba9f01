"""An L1 penalty acts through the graph; cut from the graph, it moves the loss and no gradient."""

# --8<-- [start:setup]
import torch
from torch import nn

model = nn.Linear(2, 1, bias=False)
with torch.no_grad():
    model.weight.copy_(torch.tensor([[2.0, -1.0]]))  # (out=1, in=2)
x = torch.tensor([[3.0, 3.0]])  # (batch=1, in=2)


def loss_and_gradient(penalty):
    model.zero_grad()
    loss = model(x).sum() + 1.0 * penalty  # strength 1
    loss.backward()
    return f"loss {loss.item():.0f}, gradient {model.weight.grad[0].tolist()}"
# --8<-- [end:setup]

# --8<-- [start:norm]
weights = [parameter for parameter in model.parameters() if parameter.ndim > 1]  # no biases, no norm layers
penalty = sum(w.abs().sum() for w in weights)
print("no penalty:", loss_and_gradient(0.0))
#> no penalty: loss 3, gradient [3.0, 3.0]
print(f"a {type(penalty).__name__}, made from weights:", loss_and_gradient(penalty))
#> a Tensor, made from weights: loss 6, gradient [4.0, 2.0]
# --8<-- [end:norm]

# --8<-- [start:detached]
w = model.weight
for name, penalty in (
    (".data", w.data.abs().sum()),
    (".detach()", w.detach().abs().sum()),
    (".item()", w.abs().sum().item()),
    ("state_dict()", model.state_dict()["weight"].abs().sum()),
):
    print(f"{name}:", loss_and_gradient(penalty))
    #> .data: loss 6, gradient [3.0, 3.0]
    #> .detach(): loss 6, gradient [3.0, 3.0]
    #> .item(): loss 6, gradient [3.0, 3.0]
    #> state_dict(): loss 6, gradient [3.0, 3.0]
# --8<-- [end:detached]

# --8<-- [start:alone]
print("in the graph:", w.abs().sum().requires_grad, "cut off:", w.data.abs().sum().requires_grad)
#> in the graph: True cut off: False
try:
    w.data.abs().sum().backward()
except RuntimeError as error:
    print(error)
    #> element 0 of tensors does not require grad and does not have a grad_fn
# --8<-- [end:alone]
