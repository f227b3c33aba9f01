"""Count each sample once when a metric is gathered."""

# --8<-- [start:metrics]
import torch
from accelerate import Accelerator
from torch.utils.data import DataLoader

accelerator = Accelerator()
samples = torch.arange(10)
loader = accelerator.prepare(DataLoader(samples, batch_size=2))
own, gathered, counted = [], [], []
for batch in loader:
    own += batch.tolist()
    gathered += accelerator.gather(batch).tolist()
    counted += accelerator.gather_for_metrics(batch).tolist()
accelerator.print("own:     ", own)
accelerator.print("gathered:", gathered)
accelerator.print("counted: ", counted)
accelerator.end_training()
# --8<-- [end:metrics]
