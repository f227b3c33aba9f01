"""What a tensor that requires grad records, and from when on."""

# --8<-- [start:recorded]
import torch

x = torch.tensor([1.2, 2.6], requires_grad=True)
results = {"x.exp()": x.exp(), "x.round()": x.round(), "x > 2": x > 2, "x.argmax()": x.argmax(), "x.long()": x.long()}
for name, result in results.items():
    print(f"{name:10} {result.requires_grad}")
    #> x.exp()    True
    #> x.round()  True
    #> x > 2      False
    #> x.argmax() False
    #> x.long()   False
x.round().sum().backward()
print("through round():", x.grad.tolist())  # flat between its steps
#> through round(): [0.0, 0.0]
x.clamp(0, 2).sum().backward()
print("through clamp():", x.grad.tolist())  # flat outside of its range
#> through clamp(): [1.0, 0.0]

try:
    torch.tensor([1, 2], requires_grad=True)
except RuntimeError as error:
    print(error)
    #> Only Tensors of floating point and complex dtype can require gradients

w = torch.ones(2)
before = w * 2
w.requires_grad_()
after = w * 3
(before + after).sum().backward()
print("only what came later:", w.grad.tolist())  # 3, and not 2 + 3
#> only what came later: [3.0, 3.0]
# --8<-- [end:recorded]

# --8<-- [start:hard]
x = torch.tensor([-1.0, 0.5, 2.0], requires_grad=True)
soft = x.softmax(dim=0)
hard = torch.eye(3)[soft.argmax()]
choice = soft + (hard - soft).detach()  # the value of hard, the gradient of soft
choice[2].backward()
print(choice.round().tolist(), x.grad[2].item() > 0)
#> [0.0, 0.0, 1.0] True
# --8<-- [end:hard]
