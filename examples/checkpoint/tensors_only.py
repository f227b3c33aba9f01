"""safetensors: a file format that holds tensors and cannot hold code."""

# --8<-- [start:setup]
from pathlib import Path

from safetensors import SafetensorError
from safetensors.torch import load_file, load_model, save_file, save_model
from torch import nn

# --8<-- [end:setup]

# --8<-- [start:safetensors]
net = nn.Linear(2, 1)
save_file(net.state_dict(), "net.safetensors", metadata={"step": "100"})
print({name: tuple(value.shape) for name, value in load_file("net.safetensors").items()})
#> {'bias': (1,), 'weight': (1, 2)}
Path("page.safetensors").write_text("<html>Not found</html>")
try:
    load_file("page.safetensors")
except SafetensorError as error:
    print(error)
    #> Error while deserializing header: header too large
# --8<-- [end:safetensors]

# --8<-- [start:shared]
tied = nn.Sequential(nn.Embedding(5, 2), nn.Linear(2, 5, bias=False))
tied[1].weight = tied[0].weight  # one tensor, two names
try:
    save_file(tied.state_dict(), "tied.safetensors")
except RuntimeError as error:
    print(" ".join(str(error).split())[:85])
    #> Some tensors share memory, this will lead to duplicate memory on disk and potential d
save_model(tied, "tied.safetensors")
load_model(tied, "tied.safetensors")
print("still one:", tied[1].weight is tied[0].weight)
#> still one: True
# --8<-- [end:shared]
