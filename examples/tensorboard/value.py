"""What add_scalar takes: a number, or a tensor with one element."""

# --8<-- [start:setup]
import inspect

import torch
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
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
# --8<-- [end:value]

# --8<-- [start:signature]
writer.add_scalar("Loss/memo", 0.1)  # without a step
writer.add_scalar("Loss/memo", 0.2)
writer.add_scalar("Loss/memo", 0.3, 7, 1000.0)  # the memo's four arguments, in its order
writer.close()
points = EventAccumulator("runs/values").Reload().Scalars("Loss/memo")
print([(point.step, point.value, point.wall_time == 1000) for point in points])  # float32
#> [(0, 0.10000000149011612, False), (0, 0.20000000298023224, False), (7, 0.30000001192092896, True)]
for name in inspect.signature(writer.add_scalar).parameters:
    print(name)
    #> tag
    #> scalar_value
    #> global_step
    #> walltime
    #> new_style
    #> double_precision
# --8<-- [end:signature]
