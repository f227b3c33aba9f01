"""The prepared model may be a wrapper; save what is inside."""

# --8<-- [start:keys]
from accelerate import Accelerator
from torch import nn

accelerator = Accelerator()
model = accelerator.prepare(nn.Linear(2, 1))
names = {"as it is": list(model.state_dict()), "get_state_dict": list(accelerator.get_state_dict(model))}
if accelerator.is_main_process:
    print(type(model).__name__, names)
    #> Linear {'as it is': ['weight', 'bias'], 'get_state_dict': ['weight', 'bias']}
accelerator.end_training()
# --8<-- [end:keys]
