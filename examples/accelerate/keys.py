"""The prepared model may be a wrapper; save what is inside."""

# --8<-- [start:keys]
from accelerate import Accelerator
from torch import nn

accelerator = Accelerator()
model = accelerator.prepare(nn.Linear(2, 1))
accelerator.print(type(model).__name__, list(model.state_dict()))
accelerator.print("unwrapped:", list(accelerator.unwrap_model(model).state_dict()))
accelerator.end_training()
# --8<-- [end:keys]
