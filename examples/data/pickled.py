"""What a spawned worker gets is pickled: open files and connections cannot be."""

# --8<-- [start:pickle]
import pickle

from torch.utils.data import Dataset


class OpenedEarly(Dataset):
    def __init__(self, path):
        self.file = open(path)


class OpenedLate(Dataset):
    def __init__(self, path):
        self.path, self.file = path, None

    def __getitem__(self, index):
        if self.file is None:  # in the worker, at its first sample
            self.file = open(self.path)
        return self.file.readline()


open("data.txt", "w").close()
early = OpenedEarly("data.txt")
try:
    pickle.dumps(early)
except TypeError as error:
    print(error)
    #> cannot pickle '_io.TextIOWrapper' object
early.file.close()
print("opened late:", len(pickle.dumps(OpenedLate("data.txt"))) > 0)
#> opened late: True
# --8<-- [end:pickle]
