"""How the variable is read, on a machine of four devices."""

# --8<-- [start:setup]
import os
from unittest.mock import patch

import torch

from torchmemo.devices import parse_visible_devices

uuids = ["GPU-8932f937", "GPU-8932aaaa", "GPU-00000000", "GPU-ffffffff"]  # shortened; nvidia-smi -L prints yours
# --8<-- [end:setup]

# --8<-- [start:read]
four = {"_raw_device_count_nvml": lambda: 4, "_raw_device_uuid_nvml": lambda: uuids}  # what the driver would answer
same = []


def device_of(number):
    try:
        return torch.cuda._get_nvml_device_index(number)  # torch's own code: the machine's number of cuda:<number>
    except (RuntimeError, IndexError):
        return None  # no such number


for text in ("2,3", "3,2", "", "-1", "0,2,-1,1", "1,9,2", "all", "GPU-ffff,GPU-0", "GPU-8932"):
    os.environ["CUDA_VISIBLE_DEVICES"] = text
    with patch.multiple(torch.cuda, **four):
        count = torch.cuda._device_count_nvml()
        seen = {number: device_of(number) for number in range(count)}
    same.append(parse_visible_devices(text, uuids) == list(seen.values()))
    names = [f"cuda:{number} is device {device}" for number, device in seen.items()]
    print(f"{text!r}: torch counts {count};", ", ".join(names) or "none")
    #> '2,3': torch counts 2; cuda:0 is device 2, cuda:1 is device 3
    #> '3,2': torch counts 2; cuda:0 is device 3, cuda:1 is device 2
    #> '': torch counts 0; none
    #> '-1': torch counts 0; none
    #> '0,2,-1,1': torch counts 2; cuda:0 is device 0, cuda:1 is device 2
    #> '1,9,2': torch counts 1; cuda:0 is device 1
    #> 'all': torch counts 0; none
    #> 'GPU-ffff,GPU-0': torch counts 2; cuda:0 is device 3, cuda:1 is device 2
    #> 'GPU-8932': torch counts 0; none
print("parse_visible_devices says the same:", all(same))
#> parse_visible_devices says the same: True
# --8<-- [end:read]

# --8<-- [start:silent]
for text in ("0,0", " 2 , 3", "1gpu"):
    print(f"{text!r}:", parse_visible_devices(text, uuids))
    #> '0,0': []
    #> ' 2 , 3': [2, 3]
    #> '1gpu': [1]
# --8<-- [end:silent]

# --8<-- [start:mig]
for name in ("MIG-3ac4e4a2-1b2c-5d6e-8f90-123456789abc", "MIG-GPU-8932f937/1/0"):  # newer drivers, those before R470
    try:
        parse_visible_devices(name, uuids)
    except ValueError as error:
        print(error)
        #> 'MIG-3ac4e4a2-1b2c-5d6e-8f90-123456789abc' names a slice of a device (MIG): ask nvidia-smi -L which device it belongs to
        #> 'MIG-GPU-8932f937/1/0' names a slice of a device (MIG): ask nvidia-smi -L which device it belongs to
# --8<-- [end:mig]
