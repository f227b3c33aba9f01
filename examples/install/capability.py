"""Which GPUs a wheel has machine code for: a GPU runs code for its own generation, from its own number down."""

# --8<-- [start:setup]
def runs(capability, arch_list):
    """Tell whether a GPU of compute capability (major, minor) runs code from the list."""
    major, minor = capability
    binary = [int(arch[3:]) for arch in arch_list if arch.startswith("sm_") and arch[3:].isdigit()]
    portable = [int(arch[8:]) for arch in arch_list if arch.startswith("compute_") and arch[8:].isdigit()]  # PTX
    same = [code for code in binary if code // 10 == major and code % 10 <= minor]
    return bool(same) or any(code <= 10 * major + minor for code in portable)
# --8<-- [end:setup]


# --8<-- [start:compute_capability]
arch_list = ["sm_75", "sm_80", "sm_86", "sm_90", "sm_100", "sm_120"]  # as torch.cuda.get_arch_list() of a CUDA 13 wheel
for gpu, capability in {"P100": (6, 0), "V100": (7, 0), "T4": (7, 5), "RTX 4090": (8, 9), "H100": (9, 0)}.items():
    print(f"{gpu:9}{capability} {'runs' if runs(capability, arch_list) else 'no kernel image'}")
    #> P100     (6, 0) no kernel image
    #> V100     (7, 0) no kernel image
    #> T4       (7, 5) runs
    #> RTX 4090 (8, 9) runs
    #> H100     (9, 0) runs
# --8<-- [end:compute_capability]
