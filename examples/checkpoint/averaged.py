"""An average of the weights (EMA) is a wrapper too, and is saved without its prefix."""

# --8<-- [start:averaged]
from torch import nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

model = nn.Linear(1, 1, bias=False)
averaged = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(0.9))
for value in (0.0, 1.0):  # in place of training steps
    nn.init.constant_(model.weight, value)
    averaged.update_parameters(model)  # the first copies, the next keeps 0.9 of what was there
print(list(averaged.state_dict()), "to save:", list(averaged.module.state_dict()))
#> ['n_averaged', 'module.weight'] to save: ['weight']
print(f"model {model.weight.item():.1f}, average {averaged.module.weight.item():.1f}")
#> model 1.0, average 0.1
# --8<-- [end:averaged]
