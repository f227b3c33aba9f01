"""The dtypes that pass between NumPy and torch, and those that do not."""

# --8<-- [start:setup]
import numpy as np
import torch

names = "bool uint8 uint16 uint32 uint64 int8 int16 int32 int64 float16 float32 float64 complex64 complex128"
# --8<-- [end:setup]

# --8<-- [start:dtypes]
for name in names.split():
    tensor = torch.from_numpy(np.zeros(1, dtype=name))
    print(f"{name:10} -> {tensor.dtype!s:16} -> {tensor.numpy().dtype}")
    #> bool       -> torch.bool       -> bool
    #> uint8      -> torch.uint8      -> uint8
    #> uint16     -> torch.uint16     -> uint16
    #> uint32     -> torch.uint32     -> uint32
    #> uint64     -> torch.uint64     -> uint64
    #> int8       -> torch.int8       -> int8
    #> int16      -> torch.int16      -> int16
    #> int32      -> torch.int32      -> int32
    #> int64      -> torch.int64      -> int64
    #> float16    -> torch.float16    -> float16
    #> float32    -> torch.float32    -> float32
    #> float64    -> torch.float64    -> float64
    #> complex64  -> torch.complex64  -> complex64
    #> complex128 -> torch.complex128 -> complex128

for dtype in (torch.bfloat16, torch.float8_e4m3fn):
    try:
        torch.zeros(1, dtype=dtype).numpy()
    except TypeError as error:
        print(f"{dtype}: {error}")
        #> torch.bfloat16: Got unsupported ScalarType BFloat16
        #> torch.float8_e4m3fn: Got unsupported ScalarType Float8_e4m3fn

# --8<-- [end:dtypes]

# --8<-- [start:uint16]
depth = torch.from_numpy(np.array([40_000, 50_000], dtype=np.uint16))  # a depth image, say
try:
    depth + depth
except RuntimeError as error:
    print(error)
    #> "add_stub" not implemented for 'UInt16'
for name, operation in {
    "depth < depth": lambda: depth < depth,
    "depth + int64": lambda: depth + torch.ones(2, dtype=torch.int64),
    "depth == depth": lambda: depth == depth,
    "depth.int() + depth.int()": lambda: depth.int() + depth.int(),
}.items():
    try:
        outcome = operation().tolist()
    except RuntimeError:
        outcome = "not supported"
    print(f"{name}: {outcome}")
    #> depth < depth: not supported
    #> depth + int64: not supported
    #> depth == depth: [True, True]
    #> depth.int() + depth.int(): [80000, 100000]
# --8<-- [end:uint16]
