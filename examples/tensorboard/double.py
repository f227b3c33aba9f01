"""A value in double precision is shown by one of the server's two loaders."""

# --8<-- [start:double]
import json
import re
import subprocess
import sys
import time
from urllib.request import urlopen

from torch.utils.tensorboard import SummaryWriter

with SummaryWriter("runs/double") as writer:
    writer.add_scalar("alone", 1 + 1e-12, 0, double_precision=True)
    writer.add_scalar("both", 1 + 1e-12, 0, new_style=True, double_precision=True)
command = [sys.executable, "-m", "tensorboard.main", "--logdir", "runs", "--host", "127.0.0.1", "--port", "0"]
for fast in ("auto", "false"):
    board = subprocess.Popen([*command, f"--load_fast={fast}"], stderr=subprocess.PIPE, text=True)
    try:
        url = next(found[0] for line in board.stderr if (found := re.search(r"http://\S+/", line)))
        api = f"{url}data/plugin/scalars"
        while not (tags := json.load(urlopen(f"{api}/tags"))):  # it reads the folder in the background
            time.sleep(0.1)
        for tag in sorted(tags["double"]):
            print(fast, tag, json.load(urlopen(f"{api}/scalars?run=double&tag={tag}"))[0][2])
            #> auto alone 1.0
            #> false alone 1.0
            #> false both 1.000000000001
    finally:
        board.terminate()
        board.communicate()  # waits until it has ended
# --8<-- [end:double]
