"""A script that ends without close(), on a slow disk, loses what is in the queue."""

# --8<-- [start:lost]
import subprocess
import sys

from tensorboard.backend.event_processing.event_accumulator import EventAccumulator

program = """
import sys, time
from tensorboard.summary.writer.record_writer import RecordWriter
from torch.utils.tensorboard import SummaryWriter

writer = SummaryWriter(sys.argv[1])
write = RecordWriter.write
RecordWriter.write = lambda self, data: (time.sleep(2), write(self, data))  # as a slow disk would
writer.add_scalar("Loss/train", 1.0, 0)
if "close" in sys.argv[1]:
    writer.close()
"""
for folder in ("runs/left", "runs/close"):
    subprocess.run([sys.executable, "-c", program, folder], check=True)
    print(folder, EventAccumulator(folder).Reload().Tags()["scalars"])
    #> runs/left []
    #> runs/close ['Loss/train']
# --8<-- [end:lost]
