"""Ask Accelerate how many processes there are."""

# --8<-- [start:processes]
import sys

from accelerate import Accelerator

sys.stdout.reconfigure(line_buffering=True, write_through=False)  # whole lines: torchrun's `-u` lets them mix
accelerator = Accelerator()
print(f"process {accelerator.process_index} of {accelerator.num_processes}")
#> process 0 of 1
accelerator.wait_for_everyone()  # one that ends early breaks the others' connections
accelerator.end_training()
# --8<-- [end:processes]
