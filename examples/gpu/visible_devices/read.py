"""How CUDA reads the variable, on a machine of four devices."""

# --8<-- [start:setup]
from torchmemo.devices import parse_visible_devices

uuids = ["GPU-8932f937", "GPU-8932aaaa", "GPU-00000000", "GPU-ffffffff"]  # shortened; nvidia-smi -L prints yours
# --8<-- [end:setup]

# --8<-- [start:read]
for text in (None, "2,3", "3,2", " 2 , 3", "", "-1", "0,2,-1,1", "1,9,2", "1,1", "all", "GPU-ffff,GPU-0", "GPU-8932"):
    print(f"{text!r}:", parse_visible_devices(text, uuids))
    #> None: [0, 1, 2, 3]
    #> '2,3': [2, 3]
    #> '3,2': [3, 2]
    #> ' 2 , 3': [2, 3]
    #> '': []
    #> '-1': []
    #> '0,2,-1,1': [0, 2]
    #> '1,9,2': [1]
    #> '1,1': []
    #> 'all': []
    #> 'GPU-ffff,GPU-0': [3, 2]
    #> 'GPU-8932': []
# --8<-- [end:read]

# --8<-- [start:mig]
try:
    parse_visible_devices("MIG-GPU-8932f937/1/0", uuids)
except ValueError as error:
    print(error)
    #> 'MIG-GPU-8932f937/1/0' names a slice of a device (MIG): ask nvidia-smi -L which device it belongs to
# --8<-- [end:mig]
