"""What TensorBoard cannot record."""

# --8<-- [start:recording]
import tempfile

import torch
from torch.utils.tensorboard import SummaryWriter

writer = SummaryWriter(tempfile.mkdtemp())  # tensorboard --logdir has to name this folder
calls = [
    lambda: writer.add_histogram("weights", [0.1, 0.2]),
    lambda: writer.add_image("image", torch.ones(8, 8)),  # (3, height, width), or dataformats="HW"
]
for call in calls:
    try:
        call()
    except (TypeError, AssertionError, RuntimeError, NotImplementedError) as error:
        print(" ".join(str(error).split()).partition(". ")[0])
        #> Got <class 'list'>, but numpy array or torch tensor are expected.
        #> size of input tensor and input format are different
writer.close()
# --8<-- [end:recording]
