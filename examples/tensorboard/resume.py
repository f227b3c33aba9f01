"""After a crash: what purge_step leaves of the run that crashed."""

# --8<-- [start:resume]
import time

from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
from torch.utils.tensorboard import SummaryWriter

for folder, purge_step in (("runs/mixed", None), ("runs/resumed", 2)):
    with SummaryWriter(folder) as writer:
        for step in range(4):  # the last checkpoint is of step 1, the crash comes after step 3
            writer.add_scalar("Loss/train", step / 10, step)
    time.sleep(1.1)  # a file is named after the second of its start, and read in that order
    with SummaryWriter(folder, purge_step=purge_step) as writer:
        writer.add_scalar("Loss/train", 0.5, 2)  # resumed at step 2
    events = EventAccumulator(folder).Reload()
    print(purge_step, [(event.step, round(event.value, 1)) for event in events.Scalars("Loss/train")])
    #> None [(0, 0.0), (1, 0.1), (2, 0.2), (3, 0.3), (2, 0.5)]
    #> 2 [(0, 0.0), (1, 0.1), (2, 0.5)]
# --8<-- [end:resume]
