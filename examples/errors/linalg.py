"""Matrices that linear algebra does not take."""

# --8<-- [start:linalg]
import torch

calls = [
    lambda: torch.linalg.inv(torch.ones(2, 3)),  # no inverse without as many rows as columns
    lambda: torch.linalg.cholesky(torch.tensor([[1.0, 2.0], [2.0, 1.0]])),  # eigenvalues 3 and -1
    lambda: torch.linalg.svdvals(torch.tensor([[1.0, float("nan")]])),  # torch.isfinite(A).all() is False
]
for call in calls:
    try:
        call()
    except RuntimeError as error:
        print(error)
        #> linalg.inv: A must be batches of square matrices, but they are 2 by 3 matrices
        #> linalg.cholesky: The factorization could not be completed because the input is not positive-definite (the leading minor of order 2 is not positive-definite).
        #> linalg.svd: The algorithm failed to converge because the input matrix contained non-finite values.
# --8<-- [end:linalg]
