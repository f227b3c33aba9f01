"""What the usual questions answer on a machine without a GPU.

Requires: no_cuda
"""

# --8<-- [start:setup]
import torch

device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
# --8<-- [end:setup]

# --8<-- [start:memo_block]
print("Device:", device)
#> Device: cpu
try:
    print("Current cuda device:", torch.cuda.current_device())
except RuntimeError as error:
    print(error)
    #> Found no NVIDIA driver on your system. Please check that you have an NVIDIA GPU and installed a driver from http://www.nvidia.com/Download/index.aspx
print("Count of using GPUs:", torch.cuda.device_count())
#> Count of using GPUs: 0
# --8<-- [end:memo_block]

# --8<-- [start:same_message]
calls = {
    "tensor.cuda()": lambda: torch.ones(1).cuda(),
    'device="cuda"': lambda: torch.ones(1, device="cuda"),
    'module.to("cuda")': lambda: torch.nn.Linear(1, 1).to("cuda"),
    "get_device_name()": lambda: torch.cuda.get_device_name(),
    "mem_get_info()": lambda: torch.cuda.mem_get_info(),
}
for name, call in calls.items():
    try:
        call()
    except RuntimeError as error:
        print(f"{name}: {str(error).split('. ')[0]}")
        #> tensor.cuda(): Found no NVIDIA driver on your system
        #> device="cuda": Found no NVIDIA driver on your system
        #> module.to("cuda"): Found no NVIDIA driver on your system
        #> get_device_name(): Found no NVIDIA driver on your system
        #> mem_get_info(): Found no NVIDIA driver on your system
# --8<-- [end:same_message]

# --8<-- [start:silent]
print("memory_allocated:", torch.cuda.memory_allocated())
#> memory_allocated: 0
torch.cuda.empty_cache()
torch.cuda.manual_seed_all(0)
print('torch.device("cuda:7"):', torch.device("cuda:7"))
#> torch.device("cuda:7"): cuda:7
# --8<-- [end:silent]

# --8<-- [start:built_for]
print("built for:", torch.accelerator.current_accelerator())
#> built for: cuda
print("there:    ", torch.accelerator.current_accelerator(check_available=True))
#> there:     None
print("a CPU build:", torch.version.cuda is None)
#> a CPU build: False
print("compiled for compute capability 9.0:", "sm_90" in torch.cuda.get_arch_list())
#> compiled for compute capability 9.0: True
# --8<-- [end:built_for]
