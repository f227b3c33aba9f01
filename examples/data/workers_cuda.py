"""A forked worker cannot use CUDA once the process that forked it has.

Requires: cuda
"""

# --8<-- [start:workers_cuda]
import torch
from torch.utils.data import DataLoader, Dataset

torch.zeros(1, device="cuda")  # CUDA starts in this process


class OnTheGpu(Dataset):
    def __len__(self):
        return 2

    def __getitem__(self, index):
        return torch.ones(1, device="cuda")


try:
    next(iter(DataLoader(OnTheGpu(), num_workers=1, multiprocessing_context="fork")))
except RuntimeError as error:
    print("Cannot re-initialize CUDA in forked subprocess" in str(error))
    #? True
on_the_cpu = DataLoader([torch.ones(1)] * 2, num_workers=1, pin_memory=True)
print([batch.to("cuda", non_blocking=True).device.type for batch in on_the_cpu])
#? ['cuda', 'cuda']
# --8<-- [end:workers_cuda]
