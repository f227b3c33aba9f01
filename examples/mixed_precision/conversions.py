"""autocast converts each weight and its gradient at each step, however small the batch is."""

# --8<-- [start:saved]
import torch
from torch import nn
from torch.utils._python_dispatch import TorchDispatchMode


class Count(TorchDispatchMode):
    def __torch_dispatch__(self, operation, types, args=(), kwargs=None):
        names.append(operation.overloadpacket.__name__)
        return operation(*args, **(kwargs or {}))


model = nn.Sequential(nn.Linear(32, 32), nn.ReLU(), nn.Linear(32, 32))
for dtype, batch_size in ((torch.float32, 4), (torch.bfloat16, 4), (torch.bfloat16, 1024)):
    names = []
    with Count():
        with torch.autocast("cpu", dtype=dtype, enabled=dtype != torch.float32):
            loss = model(torch.ones(batch_size, 32)).sum()
        loss.backward()
    products = names.count("addmm") + names.count("mm")
    print(f"{str(dtype)[6:]}, batch {batch_size}: {products} products, {names.count('_to_copy')} conversions")
    #> float32, batch 4: 5 products, 0 conversions
    #> bfloat16, batch 4: 5 products, 9 conversions
    #> bfloat16, batch 1024: 5 products, 9 conversions
# --8<-- [end:saved]
