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
if accelerator.is_main_process:
    print("own:     ", own)
    #> own:      [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
    print("gathered:", gathered)
    #> gathered: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
    print("counted: ", counted)
    #> counted:  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
accelerator.end_training()
# --8<-- [end:metrics]
