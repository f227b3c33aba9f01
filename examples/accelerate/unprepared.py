"""What is not prepared takes no part in the sharing out, and no error says so."""

# --8<-- [start:unprepared]
import sys

import torch
from accelerate import Accelerator
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

sys.stdout.reconfigure(line_buffering=True, write_through=False)  # whole lines: torchrun's `-u` lets them mix
accelerator = Accelerator()
x = torch.arange(8.0).reshape(8, 1)
for left_out in ["nothing", "loader", "model"]:
    loader = DataLoader(TensorDataset(x), batch_size=2)
    model = nn.Linear(1, 1, bias=False)
    nn.init.zeros_(model.weight)
    if left_out != "loader":
        loader = accelerator.prepare(loader)
    if left_out != "model":
        model = accelerator.prepare(model)
    model.to(accelerator.device)
    seen = 0
    for (x_batch,) in loader:
        x_batch = x_batch.to(accelerator.device)
        accelerator.backward(model(x_batch).sum())
        seen += len(x_batch)
    grad = accelerator.unwrap_model(model).weight.grad.item()
    print(f"{left_out} left out, process {accelerator.process_index}: {seen} samples, gradient {grad}")
    #> nothing left out, process 0: 8 samples, gradient 28.0
    #> loader left out, process 0: 8 samples, gradient 28.0
    #> model left out, process 0: 8 samples, gradient 28.0
accelerator.end_training()
# --8<-- [end:unprepared]
