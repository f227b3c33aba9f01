"""accumulate() holds back the exchange of the models that it is given, and of no others."""

# --8<-- [start:two_models]
import torch
from accelerate import Accelerator
from torch import nn

for names in ("a", "a, b"):
    accelerator = Accelerator(gradient_accumulation_steps=2)
    models = [nn.Linear(1, 1, bias=False), nn.Linear(1, 1, bias=False)]
    a, b = accelerator.prepare(*models)
    x = torch.full((1, 1), 1.0 + accelerator.process_index, device=accelerator.device)  # other data in each process
    with accelerator.accumulate(*([a] if names == "a" else [a, b])):  # the first of two batches: no exchange yet
        accelerator.backward((a(x) + b(x)).sum())
    grads = torch.cat([accelerator.gather(model.weight.grad).T for model in models])  # (models=2, processes)
    if accelerator.is_main_process:
        print(f"accumulate({names}): gradients of a {grads[0].tolist()}, of b {grads[1].tolist()}")
        #> accumulate(a): gradients of a [0.5], of b [0.5]
        #> accumulate(a, b): gradients of a [0.5], of b [0.5]
accelerator.end_training()
# --8<-- [end:two_models]
