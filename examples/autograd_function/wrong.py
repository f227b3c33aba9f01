"""A wrong backward trains without an error; gradcheck catches it."""

# --8<-- [start:setup]
import torch
from torch.autograd import Function, gradcheck


class Square(Function):
    @staticmethod
    def forward(x):
        return x**2

    @staticmethod
    def setup_context(ctx, inputs, output):
        ctx.save_for_backward(*inputs)

    @staticmethod
    def backward(ctx, grad_output):
        (x,) = ctx.saved_tensors
        return grad_output * x  # wrong: the factor 2 is missing
# --8<-- [end:setup]

# --8<-- [start:trains_on]
for name, square in (("right", torch.square), ("wrong", Square.apply)):
    w = torch.nn.Parameter(torch.tensor(5.0))
    optimizer = torch.optim.SGD([w], lr=0.1)
    losses = []
    for _ in range(200):
        loss = square(w) - 3 * w + 4  # least at w = 1.5, where it is 1.75
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    print(f"{name}: loss {losses[0]:.2f} to {losses[-1]:.2f}, w {w.item():.2f}")
    #> right: loss 14.00 to 1.75, w 1.50
    #> wrong: loss 14.00 to 4.00, w 3.00
# --8<-- [end:trains_on]

# --8<-- [start:caught]
x = torch.tensor([1.0, 2.0], dtype=torch.float64, requires_grad=True)
try:
    gradcheck(Square.apply, (x,))
except RuntimeError as error:
    print(str(error).split("\n")[0])
    #> Jacobian mismatch for output 0 with respect to input 0,
# --8<-- [end:caught]
