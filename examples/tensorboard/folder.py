"""Without a name, a writer makes a folder named after the time; with one name, runs mix."""

# --8<-- [start:folder]
import re
import socket

from torch.utils.tensorboard import SummaryWriter

writer = SummaryWriter()
name = writer.log_dir.replace(socket.gethostname(), "<host>")
print(re.sub(r"\w{3}\d\d_\d\d-\d\d-\d\d", "<date>", name))
#> runs/<date>_<host>
writer.close()
# --8<-- [end:folder]

# --8<-- [start:mixed]
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator

for lr in (0.1, 0.2):  # two trainings, one folder
    writer = SummaryWriter("runs/same")
    for step in range(3):
        writer.add_scalar("Loss/train", lr * 10 + step, step)
    writer.close()
events = EventAccumulator("runs/same").Reload()
print([(event.step, event.value) for event in events.Scalars("Loss/train")])
#> [(0, 1.0), (1, 2.0), (2, 3.0), (0, 2.0), (1, 3.0), (2, 4.0)]
# --8<-- [end:mixed]

# --8<-- [start:run]
for lr in (0.1, 0.2):
    writer = SummaryWriter(f"runs/lr={lr}")  # one training, one folder
    writer.add_scalar("Loss/train", lr * 10, 0)
    writer.close()
    events = EventAccumulator(f"runs/lr={lr}").Reload()
    print(lr, [(event.step, event.value) for event in events.Scalars("Loss/train")])
    #> 0.1 [(0, 1.0)]
    #> 0.2 [(0, 2.0)]
# --8<-- [end:run]
