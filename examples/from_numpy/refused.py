"""The arrays that from_numpy() refuses, each with its message and the way out."""

# --8<-- [start:setup]
import numpy as np
import torch

record = np.ones(2, dtype=[("value", "f4"), ("flag", "i1")])  # 5 bytes a row
arrays = {
    "reversed": np.arange(3)[::-1],
    "big-endian": np.arange(3, dtype=">f4"),
    "field": record["value"],
    "objects": np.array([1.0, None], dtype=object),
    "text": np.array(["cat", "dog"]),
}
# --8<-- [end:setup]

# --8<-- [start:refused]
for name, array in arrays.items():
    try:
        torch.from_numpy(array)
    except (TypeError, ValueError) as error:
        print(f"{name}: {str(error).split('. ')[0]}")
        #> reversed: At least one stride in the given numpy array is negative, and tensors with negative strides are not currently supported
        #> big-endian: given numpy array has byte order different from the native byte order
        #> field: given numpy array strides not a multiple of the element byte size
        #> objects: can't convert np.ndarray of type numpy.object_
        #> text: can't convert np.ndarray of type numpy.str_

refused = []
for name, array in arrays.items():
    try:
        torch.tensor(array)
    except (TypeError, ValueError):
        refused.append(name)
print("torch.tensor refuses:", ", ".join(refused))
#> torch.tensor refuses: reversed, big-endian, field, objects, text
# --8<-- [end:refused]

# --8<-- [start:ways_out]
print(torch.from_numpy(arrays["reversed"].copy()).tolist())
#> [2, 1, 0]
print(torch.from_numpy(arrays["big-endian"].astype(np.float32)).tolist())
#> [0.0, 1.0, 2.0]
print(torch.from_numpy(arrays["field"].copy()).tolist())
#> [1.0, 1.0]
print(torch.from_numpy(arrays["objects"].astype(np.float32)).tolist())
#> [1.0, nan]
classes, y = np.unique(arrays["text"], return_inverse=True)
print(classes.tolist(), torch.from_numpy(y).tolist())
#> ['cat', 'dog'] [0, 1]
# --8<-- [end:ways_out]
