"""Delete a run's folder while the server runs, and train again."""

# --8<-- [start:deleted]
import json
import re
import shutil
import subprocess
import sys
import time
from urllib.request import urlopen

from torch.utils.tensorboard import SummaryWriter


def train(values):
    with SummaryWriter("runs/again") as writer:
        for step, value in values.items():
            writer.add_scalar("Loss", value, step)


def wait_for(number):
    """Wait until the server shows the run with this many points; 0: shows no such run."""
    for _ in range(300):
        shown = "again" in json.load(urlopen(f"{api}/tags"))
        points = json.load(urlopen(f"{api}/scalars?run=again&tag=Loss")) if shown else []
        if len(points) == number:
            break
        time.sleep(0.1)
    return [(step, value) for _, step, value in points]


train({0: 1.0, 1: 0.5})
command = [sys.executable, "-m", "tensorboard.main", "--logdir", "runs"]
command += ["--host", "127.0.0.1", "--port", "0", "--reload_interval", "2"]  # seconds; 5 if not given
board = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
try:
    url = next(found[0] for line in board.stderr if (found := re.search(r"http://\S+/", line)))
    api = f"{url}data/plugin/scalars"
    wait_for(2)
    shutil.rmtree("runs/again")
    train({2: 8.0})  # before the server looks again
    print("at once:", wait_for(3))
    #> at once: [(0, 1.0), (1, 0.5), (2, 8.0)]
    shutil.rmtree("runs/again")
    print("the server has looked:", wait_for(0))
    #> the server has looked: []
    train({2: 8.0})
    print("then trained:", wait_for(1))
    #> then trained: [(2, 8.0)]
finally:
    board.terminate()
    board.communicate()  # waits until it has ended
# --8<-- [end:deleted]
