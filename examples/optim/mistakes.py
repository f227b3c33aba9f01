"""An optimizer holds parameters, not a model, and keeps them even when the model has others."""

# --8<-- [start:setup]
import torch
from torch import nn

model = nn.Linear(2, 1, bias=False)
# --8<-- [end:setup]

# --8<-- [start:refused]
parameters = model.parameters()
print("number of values:", sum(parameter.numel() for parameter in parameters))  # uses the generator up
#> number of values: 2
arguments = {
    "a used generator": parameters,
    "one tensor": model.weight,
    "the model": model,
    "a result": [model.weight * 1.0],
    "names": ["weight"],
}
for name, argument in arguments.items():
    try:
        torch.optim.SGD(argument)
    except (TypeError, ValueError) as error:
        print(f"{name}: {error}")
        #> a used generator: optimizer got an empty parameter list
        #> one tensor: params argument given to the optimizer should be an iterable of Tensors or dicts, but got torch.FloatTensor
        #> the model: 'Linear' object is not iterable
        #> a result: can't optimize a non-leaf Tensor
        #> names: optimizer can only optimize Tensors, but one of the params is str
# --8<-- [end:refused]

# --8<-- [start:replaced]
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
model.weight = nn.Parameter(torch.ones(1, 2))  # a new parameter, after the optimizer was made
model(torch.ones(1, 2)).sum().backward()
optimizer.step()
print("weight:", model.weight.tolist(), "held:", optimizer.param_groups[0]["params"][0] is model.weight)
#> weight: [[1.0, 1.0]] held: False

changes = {
    "double()": lambda model: model.double(),
    "assign=True": lambda model: model.load_state_dict({"weight": torch.ones(1, 2)}, assign=True),
    "to_empty()": lambda model: model.to_empty(device="meta"),
}
for name, change in changes.items():
    model = nn.Linear(2, 1, bias=False)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    change(model)
    print(f"still its own after {name}:", optimizer.param_groups[0]["params"][0] is model.weight)
    #> still its own after double(): True
    #> still its own after assign=True: False
    #> still its own after to_empty(): False

model = nn.Linear(2, 1, bias=False)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)
model(torch.ones(1, 2)).sum().backward()
optimizer.step()
model.double()
print("weight:", model.weight.dtype, "buffer:", optimizer.state[model.weight]["momentum_buffer"].dtype)
#> weight: torch.float64 buffer: torch.float32
# --8<-- [end:replaced]
