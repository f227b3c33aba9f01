"""An error in a worker arrives in the loop, with the worker's own traceback inside."""

# --8<-- [start:worker_error]
from torch.utils.data import DataLoader, Dataset


class Broken(Dataset):
    def __len__(self):
        return 2

    def __getitem__(self, index):
        return {"image": index}["label"]


try:
    next(iter(DataLoader(Broken(), num_workers=1)))
except KeyError as error:
    lines = str(error).strip("'\"").replace("\\n", "\n").splitlines()
    print(lines[0])
    #> Caught KeyError in DataLoader worker process 0.
    print("below it, the line that failed:", any('return {"image": index}["label"]' in line for line in lines))
    #> below it, the line that failed: True
try:
    Broken()[0]  # the same without a worker: an ordinary traceback, and a debugger stops there
except KeyError as error:
    print(error)
    #> 'label'
# --8<-- [end:worker_error]
