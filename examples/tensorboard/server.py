"""Start TensorBoard, ask it for what was written, end it."""

# --8<-- [start:setup]
import json
import re
import subprocess
import sys
import time
from urllib.request import urlopen

from torch.utils.tensorboard import SummaryWriter

with SummaryWriter("runs/first") as writer:  # closes at the end
    for epoch in range(3):
        writer.add_scalar("Loss/train", 1 / (epoch + 1), epoch)
for lr in (0.1, 0.2):  # two trainings, one folder
    with SummaryWriter("runs/same") as writer:
        for epoch in range(3):
            writer.add_scalar("Loss/train", lr * 10 + epoch, epoch)
# --8<-- [end:setup]

# --8<-- [start:server]
command = [sys.executable, "-m", "tensorboard.main", "--logdir", "runs"]
command += ["--host", "127.0.0.1", "--port", "0"]  # 0: any port that is free
board = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
try:
    url = next(found[0] for line in board.stderr if (found := re.search(r"http://\S+/", line)))
    api = f"{url}data/plugin/scalars"
    for _ in range(100):  # it reads the folder in the background
        if len(tags := json.load(urlopen(f"{api}/tags"))) == 2:
            break
        time.sleep(0.1)
    points = {run: json.load(urlopen(f"{api}/scalars?run={run}&tag=Loss/train")) for run in sorted(tags)}
finally:
    board.terminate()
    board.communicate()  # waits until it has ended
for run in points:  # of same, the second training alone
    print(run, list(tags[run]), [(step, round(value, 4)) for _, step, value in points[run]])
    #> first ['Loss/train'] [(0, 1.0), (1, 0.5), (2, 0.3333)]
    #> same ['Loss/train'] [(0, 2.0), (1, 3.0), (2, 4.0)]
# --8<-- [end:server]
