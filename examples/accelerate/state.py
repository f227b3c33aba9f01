"""All processes save the state: each has random numbers of its own."""

# --8<-- [start:state]
from pathlib import Path

import torch
from accelerate import Accelerator
from torch import nn

accelerator = Accelerator()
model = nn.Linear(2, 1)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
model, optimizer = accelerator.prepare(model, optimizer)
accelerator.save_state("state")  # not within `if accelerator.is_main_process`
accelerator.wait_for_everyone()
if accelerator.is_main_process:
    print(f"{accelerator.num_processes} processes:", *sorted(path.name for path in Path("state").iterdir()))
    #> 1 processes: model.safetensors optimizer.bin random_states_0.pkl
accelerator.end_training()
# --8<-- [end:state]
