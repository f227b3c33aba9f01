"""detach() and numpy() give views: one memory, three names."""

# --8<-- [start:setup]
import torch

from torchmemo import shares_memory

x = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
# --8<-- [end:setup]

# --8<-- [start:shared]
array = x.detach().numpy()
print("shares memory:", shares_memory(x, array))
#> shares memory: True
array[0] = 100  # through the array
print(x.tolist())
#> [100.0, 2.0, 3.0]
x.detach()[1] = 200  # through the detached tensor
print(array.tolist())
#> [100.0, 200.0, 3.0]
# --8<-- [end:shared]

# --8<-- [start:copy]
ways = {
    "detach().clone()": x.detach().clone(),
    "detach().numpy().copy()": x.detach().numpy().copy(),
    "detach().double().numpy()": x.detach().double().numpy(),  # another dtype needs other memory
    "detach().cpu().numpy()": x.detach().cpu().numpy(),  # x is on the CPU already
    "numpy(force=True)": x.numpy(force=True),  # force does not mean copy
}
for name, value in ways.items():
    print(f"{name:25} {'shares' if shares_memory(x, value) else 'copies'}")
    #> detach().clone()          copies
    #> detach().numpy().copy()   copies
    #> detach().double().numpy() copies
    #> detach().cpu().numpy()    shares
    #> numpy(force=True)         shares
# --8<-- [end:copy]
