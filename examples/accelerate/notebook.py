"""From a notebook: nothing may have made an Accelerator before."""

# --8<-- [start:notebook]
from accelerate import Accelerator, notebook_launcher


def train():
    print("process", Accelerator().process_index)  # made here, in each process


accelerator = Accelerator()  # in a cell before
try:
    notebook_launcher(train, num_processes=2)
except ValueError as error:
    print(str(error).split(". ")[0])
    #> To launch a multi-device training from your notebook, the `Accelerator` should only be initialized inside your training function
# --8<-- [end:notebook]
