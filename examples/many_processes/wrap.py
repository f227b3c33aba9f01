"""What DistributedDataParallel does not take."""

# --8<-- [start:setup]
import torch
import torch.distributed as dist
from torch import nn
from torch.nn.parallel import DistributedDataParallel
from torch.utils.checkpoint import checkpoint

dist.init_process_group("gloo", store=dist.HashStore(), rank=0, world_size=1)  # so that it runs without torchrun


def said(attempt):
    try:
        attempt()
    except (RuntimeError, ValueError) as error:
        return str(error).split(". ")[0].split(", but got")[0]
# --8<-- [end:setup]


# --8<-- [start:one_gpu]
print(said(lambda: DistributedDataParallel(nn.Linear(2, 1), device_ids=[0])))  # a model that was not moved
#> DistributedDataParallel device_ids and output_device arguments only work with single-device/multiple-device GPU modules or CPU modules
print(said(lambda: DistributedDataParallel(nn.ReLU())))
#> DistributedDataParallel is not needed when a module doesn't have any parameter that requires a gradient.
# --8<-- [end:one_gpu]


# --8<-- [start:ready_twice]
class Twice(nn.Module):
    def __init__(self):
        super().__init__()
        self.first, self.second = nn.Linear(2, 2), nn.Linear(2, 2)

    def forward(self, x):
        x = self.first(x)
        for _ in range(2):  # one layer, two checkpoints: its gradient is ready twice
            x = checkpoint(self.second, x, use_reentrant=self.reentrant)
        return x


for reentrant in (True, False):
    model = Twice()
    model.reentrant = reentrant
    wrapped = DistributedDataParallel(model)
    print(reentrant, said(lambda: wrapped(torch.ones(1, 2)).sum().backward()))
    #> True Expected to mark a variable ready only once
    #> False None
# --8<-- [end:ready_twice]

# --8<-- [start:sync_batchnorm]
synced = nn.SyncBatchNorm.convert_sync_batchnorm(nn.Sequential(nn.Linear(2, 2), nn.BatchNorm1d(2)))
print([type(layer).__name__ for layer in synced])
#> ['Linear', 'SyncBatchNorm']
print(said(lambda: synced(torch.ones(4, 2))))
#> SyncBatchNorm expected input tensor to be on GPU or XPU or privateuseone
dist.destroy_process_group()
# --8<-- [end:sync_batchnorm]
