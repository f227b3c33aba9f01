"""What an optimizer keeps of its own, which zero_grad does not touch."""

# --8<-- [start:setup]
import torch
from torch import nn


def after_one_step(optimizer_class, **options):
    model = nn.Linear(100, 10)
    optimizer = optimizer_class(model.parameters(), lr=0.1, **options)
    model(torch.ones(1, 100)).sum().backward()
    optimizer.step()
    optimizer.zero_grad()
    return model, optimizer
# --8<-- [end:setup]

# --8<-- [start:buffers]
model, optimizer = after_one_step(torch.optim.SGD, momentum=0.9)
print("gradient:", model.bias.grad)
#> gradient: None
print("buffer:", optimizer.state[model.bias]["momentum_buffer"][:3].tolist())
#> buffer: [1.0, 1.0, 1.0]

for optimizer_class, options in (
    (torch.optim.SGD, {}),
    (torch.optim.SGD, {"momentum": 0.9}),
    (torch.optim.Adagrad, {}),
    (torch.optim.AdamW, {}),
    (torch.optim.AdamW, {"amsgrad": True}),
):
    model, optimizer = after_one_step(optimizer_class, **options)
    kept = {name: value.numel() for name, value in optimizer.state[model.weight].items() if value is not None}
    times = sum(size for size in kept.values() if size > 1) // model.weight.numel()
    print(f"{optimizer_class.__name__} {options}: {times} x the parameters", list(kept))
    #> SGD {}: 0 x the parameters []
    #> SGD {'momentum': 0.9}: 1 x the parameters ['momentum_buffer']
    #> Adagrad {}: 1 x the parameters ['step', 'sum']
    #> AdamW {}: 2 x the parameters ['step', 'exp_avg', 'exp_avg_sq']
    #> AdamW {'amsgrad': True}: 3 x the parameters ['step', 'exp_avg', 'exp_avg_sq', 'max_exp_avg_sq']
# --8<-- [end:buffers]

# --8<-- [start:every_epoch]
for steps in (6, 2):
    w = nn.Parameter(torch.zeros(1))
    for step in range(6):
        if step % steps == 0:
            optimizer = torch.optim.SGD([w], lr=0.1, momentum=0.9)
        w.grad = torch.ones(1)
        optimizer.step()
    print(f"new every {steps} steps: {w.item():.2f}")
    #> new every 6 steps: -1.78
    #> new every 2 steps: -0.87
# --8<-- [end:every_epoch]

# --8<-- [start:fused]
model, optimizer = after_one_step(torch.optim.AdamW)
print("by default:", {name: optimizer.defaults[name] for name in ("foreach", "fused")})
#> by default: {'foreach': None, 'fused': None}
results = []
for options in ({"foreach": False}, {"foreach": True}, {"fused": True}):
    torch.manual_seed(0)
    model, _ = after_one_step(torch.optim.AdamW, **options)
    results.append(model.weight.detach())
print("the same step three times:", all(torch.allclose(results[0], result) for result in results))
#> the same step three times: True
# --8<-- [end:fused]
