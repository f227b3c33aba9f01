"""Which cells of memory an array and tensors made of it have, drawn from their addresses."""

# --8<-- [start:figure]
import numpy as np
import torch
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from torchmemo.figures import BLUE, ORANGE, save_svg

array = np.arange(6, dtype=np.float32)
shared = torch.from_numpy(array)
names = {
    "array": array,
    "from_numpy(array)": shared,
    "from_numpy(array)[2:5]": shared[2:5],
    "tensor(array)": torch.tensor(array),
}


def address(values):
    return values.data_ptr() if isinstance(values, torch.Tensor) else values.ctypes.data


words = {"ko": ("공유하는 메모리", "따로 복사한 메모리"), "en": ("the memory that they share", "the memory of the copy")}
for language, titles in words.items():
    figure = Figure(figsize=(7, 2.8), layout="constrained")
    for axes, title, first in zip(figure.subplots(1, 2), titles, ["array", "tensor(array)"], strict=True):
        start = address(names[first])
        for cell in range(6):
            axes.add_patch(Rectangle((cell, 0), 1, 1, fill=False, edgecolor="black"))
            axes.text(cell + 0.5, 0.5, f"{array[cell]:g}", ha="center", va="center")
        row = 0
        for name, values in names.items():
            cell = (address(values) - start) / array.itemsize
            if 0 <= cell < 6:  # it lies in this block
                row -= 1
                axes.plot([cell + 0.1, cell + len(values) - 0.1], [row, row], color=BLUE if row > -3 else ORANGE, linewidth=3)
                axes.text(cell, row - 0.2, name, va="top", fontsize=9)
        axes.set(xlim=(-0.1, 6.6), ylim=(-4, 1.2), title=title)
        axes.axis("off")
    save_svg(figure, f"memory.{language}.svg")
# --8<-- [end:figure]
