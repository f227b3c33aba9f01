"""Write scalars, see them reach the disk, read them back."""

# --8<-- [start:setup]
from torch.utils.tensorboard import SummaryWriter

writer = SummaryWriter("runs/first")  # one folder, one run
# --8<-- [end:setup]

# --8<-- [start:write]
for epoch in range(3):
    loss = 1 / (epoch + 1)
    writer.add_scalar("Loss/train", loss, epoch)  # tag, value, step
# --8<-- [end:write]

# --8<-- [start:background]
import time

from tensorboard.backend.event_processing.event_accumulator import EventAccumulator


def steps_on_disk(folder):
    events = EventAccumulator(folder).Reload()
    tags = events.Tags()["scalars"]
    return [event.step for event in events.Scalars("Loss/train")] if tags else []


for _ in range(100):  # a thread in the background writes; nobody waits for it
    if len(steps_on_disk("runs/first")) == 3:
        break
    time.sleep(0.05)
print("a moment later, without flush:", steps_on_disk("runs/first"))
#> a moment later, without flush: [0, 1, 2]
# --8<-- [end:background]

# --8<-- [start:flush]
from tensorboard.summary.writer.record_writer import RecordWriter

write = RecordWriter.write


def write_slowly(self, data):
    time.sleep(2)
    write(self, data)


RecordWriter.write = write_slowly  # as a slow disk would
writer.add_scalar("Loss/train", 0.25, 3)
print("before flush():", steps_on_disk("runs/first"))
#> before flush(): [0, 1, 2]
print("flush() returns", writer.flush())  # it waits until the thread is done
#> flush() returns None
print("right after it:", steps_on_disk("runs/first"))
#> right after it: [0, 1, 2, 3]
RecordWriter.write = write
# --8<-- [end:flush]

# --8<-- [start:close]
from pathlib import Path

writer.close()
writer.add_scalar("Loss/train", 0.2, 4)  # no error: it opens another file
writer.close()
print(len(list(Path("runs/first").iterdir())), "event files, read as one run:", steps_on_disk("runs/first"))
#> 2 event files, read as one run: [0, 1, 2, 3, 4]
# --8<-- [end:close]
