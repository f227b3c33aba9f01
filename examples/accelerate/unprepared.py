"""What is not prepared takes no part, and nothing says so."""

# --8<-- [start:unprepared]
import torch
from accelerate import Accelerator
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

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
    grad = accelerator.unwrap_model(model).weight.grad.reshape(1)
    accelerator.print(f"{left_out} left out: {seen} samples a process, gradients", accelerator.gather(grad).tolist())
accelerator.end_training()
# --8<-- [end:unprepared]
