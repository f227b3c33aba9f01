"""Pick a device that is there, on any machine."""

# --8<-- [start:choose]
import torch

device = torch.accelerator.current_accelerator(check_available=True) or torch.device("cpu")
x = torch.ones(2, device=device)
print("as picked:", x.device.type == device.type)
#> as picked: True
# --8<-- [end:choose]
