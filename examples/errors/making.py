"""What no tensor can be made of, and results that do not fit a tensor's dtype."""

# --8<-- [start:making]
import numpy as np
import torch

calls = [
    lambda: torch.tensor([[1, 2], [3]]),  # rows of different length: pad_sequence()
    lambda: torch.tensor([torch.ones(2), torch.ones(2)]),  # torch.stack() joins tensors
    lambda: torch.tensor([1, None]),  # a missing value
    lambda: torch.tensor(["cat", "dog"]),  # text: give each word a number first
    lambda: torch.ones(2, dtype=torch.int64).div_(2),  # 0.5 does not fit: x = x / 2 makes a new tensor
    lambda: torch.arange(4).softmax(0),  # integers: x.float()
    lambda: np.zeros(2, dtype=torch.float32),  # NumPy has dtypes of its own: np.float32
    lambda: torch.randint(0, 0, (1,)),  # no number between 0 and 0
    lambda: torch.ones(2, 3).reshape(-1, -1),  # one -1 can be worked out, two cannot
    lambda: torch.ones(2, 3, 4).t(),  # a matrix has two dimensions: x.mT
]
for call in calls:
    try:
        call()
    except (RuntimeError, TypeError, ValueError, NotImplementedError) as error:
        print(str(error).splitlines()[0])
        #> expected sequence of length 2 at dim 1 (got 1)
        #> only one element tensors can be converted to Python scalars
        #> Could not infer dtype of NoneType
        #> too many dimensions 'str'
        #> result type Float can't be cast to the desired output type Long
        #> "softmax_lastdim_kernel_impl" not implemented for 'Long'
        #> Cannot interpret 'torch.float32' as a data type
        #> random_ expects 'from' to be less than 'to', but got from=0 >= to=0
        #> only one dimension can be inferred
        #> t() expects a tensor with <= 2 dimensions, but self is 3D
# --8<-- [end:making]
