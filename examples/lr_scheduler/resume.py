"""Save a schedule in the middle and go on with the same curve."""

# --8<-- [start:setup]
import torch
from torch.optim.lr_scheduler import CosineAnnealingLR, LambdaLR, LinearLR, StepLR


def build():
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=1.0)
    return optimizer, CosineAnnealingLR(optimizer, T_max=8)


def run(optimizer, scheduler, num_steps):
    for _ in range(num_steps):
        yield optimizer.param_groups[0]["lr"]
        optimizer.step()
        scheduler.step()
# --8<-- [end:setup]

# --8<-- [start:resume]
whole = list(run(*build(), 8))

optimizer, scheduler = build()
first_half = list(run(optimizer, scheduler, 4))
saved = {"optimizer": optimizer.state_dict(), "scheduler": scheduler.state_dict()}

for restored in (["optimizer", "scheduler"], ["scheduler"], ["optimizer"], []):
    optimizer, scheduler = build()
    if "optimizer" in restored:
        optimizer.load_state_dict(saved["optimizer"])
    if "scheduler" in restored:
        scheduler.load_state_dict(saved["scheduler"])
    second_half = list(run(optimizer, scheduler, 4))
    print(f"{restored}: {first_half + second_half == whole}", *(f"{value:.3f}" for value in second_half))
    #> ['optimizer', 'scheduler']: True 0.500 0.309 0.146 0.038
    #> ['scheduler']: False 1.000 0.617 0.293 0.076
    #> ['optimizer']: False 0.500 0.481 0.427 0.346
    #> []: False 1.000 0.962 0.854 0.691
# --8<-- [end:resume]

# --8<-- [start:made_late]
def warming_up(optimizer):
    return LinearLR(optimizer, start_factor=0.1, total_iters=8)


optimizer, _ = build()
scheduler = warming_up(optimizer)
run_up = list(run(optimizer, scheduler, 4))
saved = {"optimizer": optimizer.state_dict(), "scheduler": scheduler.state_dict()}
for scheduler_made in ("before", "after"):
    optimizer, _ = build()
    if scheduler_made == "before":
        scheduler = warming_up(optimizer)
    optimizer.load_state_dict(saved["optimizer"])
    if scheduler_made == "after":
        scheduler = warming_up(optimizer)  # multiplies the restored learning rate by 0.1
    scheduler.load_state_dict(saved["scheduler"])
    print(f"made {scheduler_made} the optimizer was restored:", *(f"{lr:.3f}" for lr in run(optimizer, scheduler, 4)))
    #> made before the optimizer was restored: 0.550 0.663 0.775 0.888
    #> made after the optimizer was restored: 0.055 0.066 0.078 0.089
# --8<-- [end:made_late]

# --8<-- [start:initial_lr]
optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=1.0)
try:
    StepLR(optimizer, step_size=2, last_epoch=4)
except KeyError as error:
    print(error.args[0].split("\n")[0])
    #> param 'initial_lr' is not specified in param_groups[0] when resuming scheduler with last_epoch >= 0.
for last_epoch in (3, 4):  # after four steps scheduler.last_epoch is 4
    optimizer, scheduler = build()
    first_half = list(run(optimizer, scheduler, 4))
    scheduler = CosineAnnealingLR(optimizer, T_max=8, last_epoch=last_epoch)
    second_half = list(run(optimizer, scheduler, 4))
    print(f"last_epoch={last_epoch}: {first_half + second_half == whole}", *(f"{value:.3f}" for value in second_half))
    #> last_epoch=3: True 0.500 0.309 0.146 0.038
    #> last_epoch=4: False 0.500 0.237 0.062 0.000
# --8<-- [end:initial_lr]

# --8<-- [start:new_lr]
for base_lrs in ([1.0], [0.1]):  # the old one, the new one
    optimizer, _ = build()
    scheduler = LambdaLR(optimizer, lambda step: 0.5**step)
    optimizer.load_state_dict(saved["optimizer"])
    optimizer.param_groups[0]["lr"] = 0.1
    scheduler.base_lrs = base_lrs
    print(*(f"{lr:.3f}" for lr in run(optimizer, scheduler, 4)))
    #> 0.100 0.500 0.250 0.125
    #> 0.100 0.050 0.025 0.013
# --8<-- [end:new_lr]
