# The same with the Accelerator in the function alone; a file stands for the cell.

# --8<-- [start:notebook]
printf "%s\n" > cell.py \
  "from accelerate import Accelerator, notebook_launcher" \
  "def train():" \
  "    accelerator = Accelerator()" \
  "    print(f'process {accelerator.process_index} of {accelerator.num_processes}\\n', end='', flush=True)" \
  "    accelerator.end_training()" \
  "notebook_launcher(train, num_processes=2)"
ACCELERATE_USE_CPU=true python cell.py | grep process | sort
#> process 0 of 2
#> process 1 of 2
# --8<-- [end:notebook]
