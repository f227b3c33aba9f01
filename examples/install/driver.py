"""The driver's number and the wheel's: which of them has to be the larger."""

# --8<-- [start:driver_too_old]
def version(found):  # as in "(found version 12040)"
    return f"{found // 1000}.{found % 1000 // 10}"


def runs(driver, wheel):
    """Tell whether a driver for CUDA `driver` runs a wheel built with CUDA `wheel`: the same major version, or newer."""
    return int(driver.split(".")[0]) >= int(wheel.split(".")[0])


print("found version 12040 is CUDA", version(12040))
#> found version 12040 is CUDA 12.4
for driver, wheel in (("13.0", "12.6"), ("12.4", "12.8"), ("12.4", "13.2")):
    print(f"nvidia-smi says {driver}, the wheel is for {wheel}: {'runs' if runs(driver, wheel) else 'too old'}")
    #> nvidia-smi says 13.0, the wheel is for 12.6: runs
    #> nvidia-smi says 12.4, the wheel is for 12.8: runs
    #> nvidia-smi says 12.4, the wheel is for 13.2: too old
# --8<-- [end:driver_too_old]
