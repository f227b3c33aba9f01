"""An intermediate result gets to backward as a further output, without being computed twice."""

# --8<-- [start:intermediate]
import torch
from torch.autograd import Function, gradcheck


class Softplus(Function):
    @staticmethod
    def forward(x):
        e = x.exp()
        return torch.log1p(e), e

    @staticmethod
    def setup_context(ctx, inputs, output):
        ctx.mark_non_differentiable(output[1])
        ctx.save_for_backward(output[1])

    @staticmethod
    def backward(ctx, grad_output, _):  # one for each output
        (e,) = ctx.saved_tensors
        return grad_output * e / (1 + e)


x = torch.tensor([-1.0, 2.0], dtype=torch.float64, requires_grad=True)
print("gradcheck:", gradcheck(lambda x: Softplus.apply(x)[0], (x,)))
#> gradcheck: True
# --8<-- [end:intermediate]
