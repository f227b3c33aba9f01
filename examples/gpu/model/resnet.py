"""ResNet50() is nobody's name; torchvision has resnet50()."""

# --8<-- [start:resnet]
import torch
from torchvision.models import resnet50

try:
    net = ResNet50()
except NameError as error:
    print(error)
    #> name 'ResNet50' is not defined
with torch.device("meta"):  # shapes without values: no memory, no waiting
    net = resnet50(weights=None)  # None: untrained
count = sum(parameter.numel() for parameter in net.parameters())
print(f"{count:,} parameters, {count * 4 / 1e6:.1f} MB in float32")
#> 25,557,032 parameters, 102.2 MB in float32
print("the input's channels:", net.conv1.in_channels, "| classes:", net.fc.out_features)
#> the input's channels: 3 | classes: 1000
# --8<-- [end:resnet]
