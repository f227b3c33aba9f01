"""The tensors that numpy() refuses, each with its message and the way out."""

# --8<-- [start:setup]
import torch

tensors = {
    "bfloat16": torch.ones(2, dtype=torch.bfloat16),
    "sparse": torch.eye(2).to_sparse(),
    "conjugated": torch.tensor([1j]).conj(),
    "negated": torch.tensor([1j]).conj().imag,
    "meta": torch.ones(2, device="meta"),
}
# --8<-- [end:setup]

# --8<-- [start:refused]
for name, tensor in tensors.items():
    try:
        tensor.numpy()
    except (RuntimeError, TypeError) as error:
        print(f"{name}: {error}")
        #> bfloat16: Got unsupported ScalarType BFloat16
        #> sparse: can't convert Sparse layout tensor to numpy. Use Tensor.to_dense() first.
        #> conjugated: Can't call numpy() on Tensor that has conjugate bit set. Use tensor.resolve_conj().numpy() instead.
        #> negated: Can't call numpy() on Tensor that has negative bit set. Use tensor.resolve_neg().numpy() instead.
        #> meta: can't convert meta device type tensor to numpy. Use Tensor.cpu() to copy the tensor to host memory first.
# --8<-- [end:refused]

# --8<-- [start:force]
for name, tensor in tensors.items():
    try:
        outcome = tensor.numpy(force=True).tolist()
    except (RuntimeError, TypeError) as error:
        outcome = error
    print(f"{name}: {outcome}")
    #> bfloat16: Got unsupported ScalarType BFloat16
    #> sparse: can't convert Sparse layout tensor to numpy. Use Tensor.to_dense() first.
    #> conjugated: [-1j]
    #> negated: [-1.0]
    #> meta: Cannot copy out of meta tensor; no data!
# --8<-- [end:force]

# --8<-- [start:to_numpy]
from torchmemo import to_numpy

for name in ("bfloat16", "sparse", "conjugated", "negated"):
    array = to_numpy(tensors[name])
    print(name, array.dtype, array.tolist())
    #> bfloat16 float32 [1.0, 1.0]
    #> sparse float32 [[1.0, 0.0], [0.0, 1.0]]
    #> conjugated complex64 [-1j]
    #> negated float32 [-1.0]
# --8<-- [end:to_numpy]
