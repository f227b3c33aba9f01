"""Pick a device that is there, on any machine."""

# --8<-- [start:choose]
import torch

device = torch.accelerator.current_accelerator(check_available=True) or torch.device("cpu")
x = torch.ones(2, device=device)
print("x is on the device that was picked:", x.device.type == device.type)
#> x is on the device that was picked: True
print("a GPU was picked if and only if one can be used:", (device.type != "cpu") == torch.accelerator.is_available())
#> a GPU was picked if and only if one can be used: True
try:
    torch.device("gpu")
except RuntimeError as error:
    print(str(error)[str(error).index("device type") :])
    #> device type at start of device string: gpu
# --8<-- [end:choose]
