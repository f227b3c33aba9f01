"""Class numbers and indices run from 0 to one less than there are."""

# --8<-- [start:setup]
import torch
from torch import nn

scores = torch.zeros(2, 3)  # (batch, classes): 0, 1, 2
# --8<-- [end:setup]

# --8<-- [start:target_out_of_range]
for label in (3, -1):
    try:
        nn.CrossEntropyLoss()(scores, torch.tensor([0, label]))
    except IndexError as error:
        print(error)
        #> Target 3 is out of bounds.
        #> Target -1 is out of bounds.
labels = torch.tensor([1, 2, 3])  # counted from 1
print("from", labels.min().item(), "to", labels.max().item(), "of", scores.shape[1], "classes")
#> from 1 to 3 of 3 classes
print("counted from 0:", (labels - 1).tolist())
#> counted from 0: [0, 1, 2]
# --8<-- [end:target_out_of_range]

# --8<-- [start:embedding_index]
embedding = nn.Embedding(num_embeddings=5, embedding_dim=2)  # 0 to 4
for index in (torch.tensor([5]), torch.tensor([1.0])):
    try:
        embedding(index)
    except (IndexError, RuntimeError) as error:
        print(str(error).split(" (while")[0])
        #> index out of range in self
        #> Expected tensor for argument #1 'indices' to have one of the following scalar types: Long, Int; but got torch.FloatTensor instead
# --8<-- [end:embedding_index]
