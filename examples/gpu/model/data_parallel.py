"""DataParallel: what it does without a GPU, and to the keys."""

# --8<-- [start:setup]
import torch
from torch import nn
from torch.nn.modules.utils import consume_prefix_in_state_dict_if_present

device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
net = nn.Linear(2, 1).to(device)
model = nn.DataParallel(net)
# --8<-- [end:setup]

# --8<-- [start:data_parallel]
print("as many copies of the model as GPUs, be it none:", len(model.device_ids) == torch.cuda.device_count())
#> as many copies of the model as GPUs, be it none: True
where = net.weight.data_ptr()
print("a second .to(device) moves nothing:", model.to(device) is model and net.weight.data_ptr() == where)
#> a second .to(device) moves nothing: True
print(next(line.strip() for line in nn.DataParallel.__doc__.splitlines() if "recommended" in line))
#> It is recommended to use :class:`~torch.nn.parallel.DistributedDataParallel`,
# --8<-- [end:data_parallel]

# --8<-- [start:prefix]
state = model.state_dict()
print(list(state))
#> ['module.weight', 'module.bias']
try:
    nn.Linear(2, 1).load_state_dict(state)
except RuntimeError as error:
    print(str(error).splitlines()[2].strip())
    #> Unexpected key(s) in state_dict: "module.weight", "module.bias".
try:
    model.out_features
except AttributeError as error:
    print(error)
    #> 'DataParallel' object has no attribute 'out_features'
print("to save:", list(model.module.state_dict()))
#> to save: ['weight', 'bias']
consume_prefix_in_state_dict_if_present(state, "module.")  # for a file that is already saved so
print("mended:", nn.Linear(2, 1).load_state_dict(state))
#> mended: <All keys matched successfully>
# --8<-- [end:prefix]
