"""What add_scalar takes: a number, or a tensor with one element."""

# --8<-- [start:setup]
import inspect

import torch
from torch.utils.tensorboard import SummaryWriter

writer = SummaryWriter("runs/values")
# --8<-- [end:setup]

# --8<-- [start:value]
loss = torch.tensor([0.5], requires_grad=True)
writer.add_scalar("Loss/train", loss, 0)  # neither item() nor detach() is needed
try:
    writer.add_scalar("Loss/train", torch.tensor([0.5, 0.7]), 1)
except AssertionError as error:
    print(" ".join(str(error).split()))
    #> Tensor should contain one element (0 dimensions). Was given size: 2 and 1 dimensions.
writer.close()
# --8<-- [end:value]

# --8<-- [start:signature]
for name in inspect.signature(writer.add_scalar).parameters:
    print(name)
    #> tag
    #> scalar_value
    #> global_step
    #> walltime
    #> new_style
    #> double_precision
# --8<-- [end:signature]
