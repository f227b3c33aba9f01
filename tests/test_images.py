"""torchmemo.images against torchvision's Normalize and images whose properties are known."""

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from torchvision.datasets import FakeData
from torchvision.transforms import Normalize, ToTensor

from torchmemo import denormalize, image_report


@pytest.mark.parametrize(
    ("image", "report"),
    [
        (Image.new("RGB", (32, 24), (0, 128, 255)), "PIL image RGB, 32 wide, 24 high, 0 to 255"),
        (Image.new("L", (3, 2), 7), "PIL image L, 3 wide, 2 high, 7 to 7"),
        (np.zeros((24, 32, 3), dtype=np.uint8), "array uint8 (24, 32, 3) HWC, 0 to 0"),
        (np.array([[0, 65535]], dtype=np.uint16), "array uint16 (1, 2) HW, 0 to 65535"),
        (np.array([[0.25, 1.0]]), "array float64 (1, 2) HW, 0.25 to 1"),
        (torch.linspace(-1, 1, 24).reshape(3, 2, 4), "Tensor float32 (3, 2, 4) CHW, -1 to 1"),
        (torch.zeros(5, 1, 8, 8, dtype=torch.bfloat16), "Tensor bfloat16 (5, 1, 8, 8) NCHW, 0 to 0"),
        (torch.zeros(5, 8, 8, 3), "Tensor float32 (5, 8, 8, 3) NHWC, 0 to 0"),
        (torch.zeros(7, 8, 9, dtype=torch.int16), "Tensor int16 (7, 8, 9) of unknown layout, 0 to 0"),
        (torch.zeros(2, 2, requires_grad=True), "Tensor float32 (2, 2) HW, 0 to 0"),
        (torch.full((1, 2, 2), 0.5).bfloat16(), "Tensor bfloat16 (1, 2, 2) CHW, 0.5 to 0.5"),
        (torch.eye(2).to_sparse(), "Tensor float32 (2, 2) HW, 0 to 1"),
    ],
)
def test_image_report(image, report):
    assert image_report(image) == report


def test_image_report_of_a_dataset():
    image, _ = FakeData(size=1, image_size=(3, 5, 6))[0]
    least, most = np.asarray(image).min(), np.asarray(image).max()
    assert image_report(image) == f"PIL image RGB, 6 wide, 5 high, {least} to {most}"
    assert image_report(ToTensor()(image)).startswith("Tensor float32 (3, 5, 6) CHW, ")


@pytest.mark.parametrize(
    ("image", "error", "message"),
    [
        ([[0, 1]], TypeError, "image must be a PIL image, an array or a tensor, not list"),
        (torch.zeros(4), ValueError, r"an image has 2 to 4 axes, none of size 0, but this one has the shape \(4,\)"),
        (np.zeros((0, 3)), ValueError, r"the shape \(0, 3\)"),
        (np.zeros((2, 3), dtype=object), TypeError, "the values of an image are real numbers, not object"),
        (torch.zeros(2, 3, dtype=torch.complex64), TypeError, "real numbers, not torch.complex64"),
        (torch.zeros(2, 3, device="meta"), ValueError, "is on the meta device and has no values"),
        (
            torch.nested.nested_tensor([torch.ones(2, 3), torch.ones(4, 3)], layout=torch.jagged),
            ValueError,
            "the image is nested",
        ),
    ],
)
def test_image_report_refuses(image, error, message):
    with pytest.raises(error, match=message):
        image_report(image)


CHANNELS = st.integers(1, 4).flatmap(
    lambda n: st.tuples(
        st.lists(st.floats(-2, 2), min_size=n, max_size=n), st.lists(st.floats(0.01, 3), min_size=n, max_size=n)
    )
)


@given(CHANNELS, st.booleans())
def test_denormalize_undoes_normalize(numbers, batched):
    mean, std = numbers
    image = torch.linspace(0, 1, len(mean) * 6, dtype=torch.float64).reshape(len(mean), 2, 3)
    image = torch.stack([image, 1 - image]) if batched else image
    kept = image.clone()
    back = denormalize(Normalize(mean, std)(image), mean, std)
    assert back.dtype == image.dtype
    assert torch.allclose(back, image, atol=1e-12)
    assert torch.equal(image, kept)


@pytest.mark.parametrize(
    ("x", "mean", "std", "message"),
    [
        (torch.zeros(3, 2, 2), (0.5, 0.5), (0.5,), "x has 3 channels, but there are 2 means and 1 deviations"),
        (torch.zeros(1, 2, 2), (0.5,) * 3, (0.5,) * 3, "x has 1 channels, but there are 3 means and 3 deviations"),
        (torch.zeros(1, 2, 2), (0.5,), (0.0,), r"each deviation must be above 0 and finite, not \[0.0\]"),
        (torch.zeros(1, 2, 2), (0.5,), (float("inf"),), r"each deviation must be above 0 and finite, not \[inf\]"),
        (torch.zeros(1, 2, 2), (float("nan"),), (0.5,), r"each mean must be finite, not \[nan\]"),
        (torch.zeros(2, 2), (0.5,), (0.5,), r"x must have the shape \(channels, height, width\)"),
    ],
)
def test_denormalize_refuses(x, mean, std, message):
    with pytest.raises(ValueError, match=message):
        denormalize(x, mean, std)


def test_denormalize_refuses_arrays_and_integers():
    with pytest.raises(TypeError, match=r"x must be a torch.Tensor, not ndarray"):
        denormalize(np.zeros((1, 2, 2)), (0.5,), (0.5,))
    with pytest.raises(TypeError, match=r"x must be floating point, not torch.uint8"):
        denormalize(torch.zeros(1, 2, 2, dtype=torch.uint8), (0.5,), (0.5,))


@pytest.mark.parametrize(
    "half", [0.5, (0.5,), [0.5], (0.5, 0.5, 0.5), np.float32(0.5), torch.tensor(0.5), torch.full((3,), 0.5)]
)
def test_one_number_serves_all_channels_as_for_normalize(half):
    x = torch.rand(3, 4, 4, generator=torch.Generator().manual_seed(0))
    normalized = Normalize((0.5,), (0.5,))(x)
    torch.testing.assert_close(denormalize(normalized, half, half), x)
