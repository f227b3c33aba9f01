"""Each process has a loss of its own; the mean of all is what one of them logs."""

# --8<-- [start:trackers]
from pathlib import Path

import torch
from accelerate import Accelerator

accelerator = Accelerator(log_with="tensorboard", project_dir="logs")
accelerator.init_trackers("train")
loss = torch.tensor(1.0 + accelerator.process_index, device=accelerator.device)
mean = accelerator.reduce(loss, reduction="mean")  # all processes call it
accelerator.log({"loss": mean.item()}, step=0)
accelerator.end_training()
if accelerator.is_main_process:
    files = len([*Path("logs").rglob("events*")])
    print(f"{accelerator.num_processes} processes: own loss {loss:.1f}, logged {mean:.1f}, files {files}")
    #> 1 processes: own loss 1.0, logged 1.0, files 1
# --8<-- [end:trackers]
