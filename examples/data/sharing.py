"""How workers hand tensors over: through shared memory, by a file descriptor for each."""

# --8<-- [start:open_files]
import torch.multiprocessing as mp

print(sorted(mp.get_all_sharing_strategies()))
#> ['file_descriptor', 'file_system']
mp.set_sharing_strategy("file_system")  # no descriptor stays open
print(mp.get_sharing_strategy())
#> file_system
mp.set_sharing_strategy("file_descriptor")
# --8<-- [end:open_files]
