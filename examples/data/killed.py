"""A worker that the system has ended: the loop learns of it by a signal."""

# --8<-- [start:workers_killed]
import os
import signal

from torch.utils.data import DataLoader, Dataset


class Greedy(Dataset):
    def __len__(self):
        return 2

    def __getitem__(self, index):
        os.kill(os.getpid(), signal.SIGKILL)  # as Linux does where memory runs out


try:
    next(iter(DataLoader(Greedy(), num_workers=1)))
except RuntimeError as error:
    said = str(error)
    print(said.split("(pid")[0], "killed by signal" in said or "exited unexpectedly" in said)
    #> DataLoader worker  True
# --8<-- [end:workers_killed]
