"""A function that the compiler must not look into: custom_op."""

# --8<-- [start:setup]
import numpy as np
import torch


@torch.library.custom_op("torchmemo::numpy_sin", mutates_args=())
def numpy_sin(x: torch.Tensor) -> torch.Tensor:
    return torch.from_numpy(np.sin(x.detach().numpy()))


@numpy_sin.register_fake
def _(x):  # what comes out, without computing it
    return torch.empty_like(x)


def backward(ctx, gradient):
    return gradient * ctx.saved_tensors[0].cos()


numpy_sin.register_autograd(backward, setup_context=lambda ctx, inputs, output: ctx.save_for_backward(inputs[0]))
# --8<-- [end:setup]

# --8<-- [start:custom]
x = torch.tensor([0.0, 1.0], requires_grad=True)
y = torch.compile(lambda x: numpy_sin(x) * 2, backend="aot_eager", fullgraph=True)(x)
y.sum().backward()
print([round(value, 4) for value in y.tolist()], [round(value, 4) for value in x.grad.tolist()])
#> [0.0, 1.6829] [2.0, 1.0806]
# --8<-- [end:custom]
