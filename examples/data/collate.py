"""How samples become a batch: tensors are stacked, dictionaries and tuples are kept."""

# --8<-- [start:setup]
import torch
from torch.nn.utils.rnn import pad_sequence
from torch.utils.data import DataLoader

# --8<-- [end:setup]

# --8<-- [start:collate]
samples = [{"x": torch.tensor([1.0, 2.0]), "label": 0, "name": "a"}, {"x": torch.tensor([3.0, 4.0]), "label": 1, "name": "b"}]
(batch,) = DataLoader(samples, batch_size=2)
print({key: value.tolist() if isinstance(value, torch.Tensor) else value for key, value in batch.items()})
#> {'x': [[1.0, 2.0], [3.0, 4.0]], 'label': [0, 1], 'name': ['a', 'b']}
# --8<-- [end:collate]

# --8<-- [start:collate_error]
unequal = [torch.ones(2), torch.ones(3)]
for data in (unequal, [None, torch.ones(2)]):
    try:
        next(iter(DataLoader(data, batch_size=2)))
    except (RuntimeError, TypeError) as error:
        print(error)
        #> stack expects each tensor to be equal size, but got [2] at entry 0 and [3] at entry 1
        #> default_collate: batch must contain tensors, numpy arrays, numbers, dicts or lists; found <class 'NoneType'>
# --8<-- [end:collate_error]

# --8<-- [start:collate_fn]
def pad(samples):  # a list of what __getitem__ gave
    kept = [sample for sample in samples if sample is not None]
    return pad_sequence(kept, batch_first=True), torch.tensor([len(sample) for sample in kept])


(batch,) = DataLoader([*unequal, None], batch_size=3, collate_fn=pad)
print(batch[0].tolist(), "lengths", batch[1].tolist())
#> [[1.0, 1.0, 0.0], [1.0, 1.0, 1.0]] lengths [2, 3]
# --8<-- [end:collate_fn]
