"""The learning rate of each step, under every scheduler that follows a formula."""

# --8<-- [start:setup]
from torch.optim import lr_scheduler as schedulers

from torchmemo import lr_curve


def curve(name, **options):
    values = lr_curve(lambda optimizer: getattr(schedulers, name)(optimizer, **options), 9)  # nine steps, from lr 1
    return " ".join(f"{value:.3f}" for value in values)
# --8<-- [end:setup]


# --8<-- [start:stairs]
print("StepLR:     ", curve("StepLR", step_size=3, gamma=0.5))
#> StepLR:      1.000 1.000 1.000 0.500 0.500 0.500 0.250 0.250 0.250
print("MultiStepLR:", curve("MultiStepLR", milestones=[2, 6], gamma=0.1))
#> MultiStepLR: 1.000 1.000 0.100 0.100 0.100 0.100 0.010 0.010 0.010
print("ConstantLR: ", curve("ConstantLR", factor=0.5, total_iters=4))
#> ConstantLR:  0.500 0.500 0.500 0.500 1.000 1.000 1.000 1.000 1.000
# --8<-- [end:stairs]

# --8<-- [start:slopes]
print("LinearLR:     ", curve("LinearLR", start_factor=0.2, total_iters=4))
#> LinearLR:      0.200 0.400 0.600 0.800 1.000 1.000 1.000 1.000 1.000
print("ExponentialLR:", curve("ExponentialLR", gamma=0.8))
#> ExponentialLR: 1.000 0.800 0.640 0.512 0.410 0.328 0.262 0.210 0.168
print("PolynomialLR: ", curve("PolynomialLR", total_iters=6, power=2))
#> PolynomialLR:  1.000 0.694 0.444 0.250 0.111 0.028 0.000 0.000 0.000
# --8<-- [end:slopes]

# --8<-- [start:cosine]
print("CosineAnnealingLR:          ", curve("CosineAnnealingLR", T_max=4))
#> CosineAnnealingLR:           1.000 0.854 0.500 0.146 0.000 0.146 0.500 0.854 1.000
print("CosineAnnealingWarmRestarts:", curve("CosineAnnealingWarmRestarts", T_0=2, T_mult=2))
#> CosineAnnealingWarmRestarts: 1.000 0.500 1.000 0.854 0.500 0.146 1.000 0.962 0.854
# --8<-- [end:cosine]

# --8<-- [start:cycles]
print("CyclicLR:  ", curve("CyclicLR", base_lr=0.1, max_lr=0.9, step_size_up=2))
#> CyclicLR:   0.100 0.500 0.900 0.500 0.100 0.500 0.900 0.500 0.100
print("OneCycleLR:", curve("OneCycleLR", max_lr=1.0, total_steps=9))
#> OneCycleLR: 0.040 0.651 0.994 0.899 0.706 0.463 0.229 0.061 0.000
# --8<-- [end:cycles]

# --8<-- [start:functions]
print("LambdaLR:        ", curve("LambdaLR", lr_lambda=lambda step: 0.8**step))
#> LambdaLR:         1.000 0.800 0.640 0.512 0.410 0.328 0.262 0.210 0.168
print("MultiplicativeLR:", curve("MultiplicativeLR", lr_lambda=lambda step: 0.8))
#> MultiplicativeLR: 1.000 0.800 0.640 0.512 0.410 0.328 0.262 0.210 0.168
# --8<-- [end:functions]
