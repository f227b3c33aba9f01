"""The same weights from one process and from two: keep the number of samples in a step."""

# --8<-- [start:batch]
import torch
from accelerate import Accelerator
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

accelerator = Accelerator()
x = torch.arange(64.0).reshape(32, 2) / 64  # (32, 2)
y = 2 * x[:, :1] - x[:, 1:] + 0.5  # (32, 1)
for batch_size in [8, 8 // accelerator.num_processes]:  # as it was, and shared among the processes
    loader = DataLoader(TensorDataset(x, y), batch_size=batch_size)
    model = nn.Linear(2, 1)
    nn.init.zeros_(model.weight)
    nn.init.zeros_(model.bias)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    model, optimizer, loader = accelerator.prepare(model, optimizer, loader)
    steps = 0
    for _ in range(5):
        for x_batch, y_batch in loader:
            accelerator.backward(nn.functional.mse_loss(model(x_batch), y_batch))
            optimizer.step()
            optimizer.zero_grad()
            steps += 1
    weight = accelerator.unwrap_model(model).weight.flatten().tolist()
    if accelerator.is_main_process:
        print(f"{accelerator.num_processes} x {batch_size}: {steps} steps, weight", [round(w, 5) for w in weight])
        #> 1 x 8: 20 steps, weight [0.39031, 0.4]
        #> 1 x 8: 20 steps, weight [0.39031, 0.4]
accelerator.end_training()
# --8<-- [end:batch]
