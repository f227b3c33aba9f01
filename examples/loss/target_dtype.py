"""Which dtype a target has to have: whole class numbers as int64, everything else as the prediction has it."""

# --8<-- [start:setup]
import torch
import torch.nn.functional as F

scores = torch.zeros(4, 3, requires_grad=True)  # (batch, classes)
numbers = torch.tensor([0, 1, 2, 1])


def said(attempt):
    try:
        attempt()
    except RuntimeError as error:
        print(error)
        #> expected target dtype to be Long or Byte, but got Float
        #> expected target dtype to be Long or Byte, but got Int
        #> Expected floating point type for target with class probabilities, got Long
        #> expected scalar type Long but found Byte
        #> Found dtype Long but expected Float
# --8<-- [end:setup]


# --8<-- [start:target_dtype]
said(lambda: F.cross_entropy(scores, numbers.float()))
said(lambda: F.cross_entropy(scores, numbers.int()))
said(lambda: F.cross_entropy(scores, F.one_hot(numbers, 3)))  # (4, 3), int64: shares have to be float
said(lambda: F.cross_entropy(torch.zeros(1, 3, 2, 2), torch.zeros(1, 2, 2, dtype=torch.uint8)))  # a mask
said(lambda: F.binary_cross_entropy(scores[:, 0].sigmoid(), (numbers == 1).long()).backward())
# --8<-- [end:target_dtype]

# --8<-- [start:cast]
print(F.cross_entropy(scores, numbers.float().long()).item() == F.cross_entropy(scores, F.one_hot(numbers, 3).float()).item())
#> True
print(F.mse_loss(scores[:, 0], numbers.float()).dtype, F.mse_loss(scores[:, 0], numbers.double()).dtype)
#> torch.float32 torch.float64
# --8<-- [end:cast]
