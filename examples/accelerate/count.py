"""Ask Accelerate how many processes there are."""

# --8<-- [start:processes]
from accelerate import Accelerator

accelerator = Accelerator()
print(f"process {accelerator.process_index} of {accelerator.num_processes}")
#> process 0 of 1
# --8<-- [end:processes]
