"""Two steps that lose everything, and the one step that does not."""

# --8<-- [start:setup]
import torch
import torch.nn.functional as F

scores = torch.tensor([[200.0, 0.0]], requires_grad=True)  # (batch=1, classes=2): sure, and wrong
label = torch.tensor([1])
# --8<-- [end:setup]

# --8<-- [start:stable]
two_steps = -scores.softmax(1).log()[0, 1]
print(two_steps.item(), torch.autograd.grad(two_steps, scores)[0].tolist())
#> inf [[nan, nan]]
one_step = F.cross_entropy(scores, label)
print(one_step.item(), torch.autograd.grad(one_step, scores)[0].tolist())
#> 200.0 [[1.0, -1.0]]
s = torch.tensor([-200.0], requires_grad=True)
yes = torch.ones(1)
for name, loss in {
    "sigmoid, log": -s.sigmoid().log().sum(),
    "BCELoss": F.binary_cross_entropy(s.sigmoid(), yes),
    "BCEWithLogitsLoss": F.binary_cross_entropy_with_logits(s, yes),
}.items():
    print(f"{name:18}", loss.item(), torch.autograd.grad(loss, s)[0].item())
    #> sigmoid, log       inf nan
    #> BCELoss            100.0 -0.0
    #> BCEWithLogitsLoss  200.0 -1.0
print(torch.exp(scores.detach()).sum().log().item(), torch.logsumexp(scores.detach(), 1).item())
#> inf 200.0
# --8<-- [end:stable]
