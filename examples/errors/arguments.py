"""Calls whose arguments are of the wrong kind or number."""

# --8<-- [start:arguments]
import torch
from torch import nn

layer, batch = nn.Linear(2, 1), (torch.ones(1, 2), torch.ones(1))
calls = [
    lambda: layer(),  # forward(self, input)
    lambda: layer(*batch),  # the tuple (inputs, labels) unpacked: one argument too many
    lambda: layer(batch),  # the tuple itself, where a tensor belongs
    lambda: layer([1.0, 2.0]),
    lambda: torch.cat(batch[0]),  # a list or a tuple of tensors
    lambda: torch.ones(2).view("two"),  # the message lists what view() takes
    lambda: layer[0],  # nn.Linear is no list
    lambda: batch[0].shape(0),  # brackets: shape[0]
    lambda: torch.optim.SGD.zero_grad(),  # the class, where an optimizer belongs: SGD(model.parameters(), lr=0.1)
    lambda: (torch.optim.SGD(layer.parameters()),).step(),  # what a comma at the end of a line makes
    lambda: nn.LSTM(2, 1)(batch[0]).relu(),  # a layer that returns a tuple: output, state = lstm(x)
    lambda: nn.Linear(2, 1, bias=False).bias.data,
    lambda: nn.Dropout(2),  # a probability
]
for call in calls:
    try:
        call()
    except (TypeError, AttributeError, ValueError) as error:
        print(str(error).splitlines()[0])
        #> Linear.forward() missing 1 required positional argument: 'input'
        #> Linear.forward() takes 2 positional arguments but 3 were given
        #> linear(): argument 'input' (position 1) must be Tensor, not tuple
        #> linear(): argument 'input' (position 1) must be Tensor, not list
        #> cat(): argument 'tensors' (position 1) must be tuple of Tensors, not Tensor
        #> view() received an invalid combination of arguments - got (str), but expected one of:
        #> 'Linear' object is not subscriptable
        #> 'torch.Size' object is not callable
        #> Optimizer.zero_grad() missing 1 required positional argument: 'self'
        #> 'tuple' object has no attribute 'step'
        #> 'tuple' object has no attribute 'relu'
        #> 'NoneType' object has no attribute 'data'
        #> dropout probability has to be between 0 and 1, but got 2
# --8<-- [end:arguments]
