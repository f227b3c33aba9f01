"""Files that are no checkpoint, or not all of one."""

# --8<-- [start:broken_file]
import pickle
from pathlib import Path

import torch

torch.save({"weight": torch.ones(1000)}, "whole.pt")
whole = Path("whole.pt").read_bytes()
files = {
    "empty": b"",
    "a web page": b"<html>Not found</html>",
    "cut off": whole[: len(whole) // 2],
}
for name, content in files.items():
    Path("file.pt").write_bytes(content)
    try:
        torch.load("file.pt", weights_only=False)
    except (EOFError, pickle.UnpicklingError, RuntimeError) as error:
        print(f"{name:11}", str(error).split("\n")[0].split(". ")[0].strip("."))
        #> empty       Ran out of input
        #> a web page  invalid load key, '<'
        #> cut off     PytorchStreamReader failed reading zip archive: failed finding central directory
# --8<-- [end:broken_file]
