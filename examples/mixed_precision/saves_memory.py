"""What autocast keeps for backward: activations in two bytes instead of four."""

# --8<-- [start:saved]
import torch
from torch import nn

model = nn.Sequential(*(layer for _ in range(8) for layer in (nn.Linear(256, 256), nn.ReLU())))
x = torch.randn(512, 256)
weights = {parameter.data_ptr() for parameter in model.parameters()}
for dtype in (torch.float32, torch.bfloat16):
    kept = {}

    def keep(tensor, kept=kept):
        if tensor.untyped_storage().data_ptr() not in weights:
            kept[tensor.untyped_storage().data_ptr()] = tensor.untyped_storage().nbytes()
        return tensor

    with torch.autograd.graph.saved_tensors_hooks(keep, lambda tensor: tensor):
        with torch.autocast("cpu", dtype=dtype, enabled=dtype != torch.float32):
            loss = model(x).float().sum()
        print(f"{str(dtype)[6:]:9} {sum(kept.values()) / 2**20:.1f} MiB kept for backward")
        #> float32   4.5 MiB kept for backward
        #> bfloat16  3.1 MiB kept for backward
    loss.backward()
# --8<-- [end:saved]
