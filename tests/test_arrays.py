"""torchmemo.arrays against NumPy and torch."""

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from torchmemo import shares_memory, to_numpy

DTYPES = [np.bool_, np.uint8, np.int16, np.int64, np.float16, np.float32, np.float64, np.complex64]


@given(hnp.arrays(st.sampled_from(DTYPES), hnp.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=4)))
def test_to_numpy_is_the_inverse_of_from_numpy(array):
    back = to_numpy(torch.from_numpy(array.copy()))
    assert back.dtype == array.dtype
    np.testing.assert_array_equal(back, array)


@given(hnp.arrays(np.float32, hnp.array_shapes(max_dims=3, max_side=4), elements=st.floats(-8, 8, width=32)))
def test_to_numpy_never_shares_memory(array):
    tensor = torch.from_numpy(array.copy()).requires_grad_()
    copy = to_numpy(tensor)
    assert not shares_memory(tensor, copy)
    copy += 1
    np.testing.assert_array_equal(tensor.detach().numpy(), array)


def test_a_write_to_the_copy_leaves_the_gradient_right():
    x = torch.tensor([0.0, 1.0], requires_grad=True)
    y = x.exp()
    to_numpy(y)[:] = 0
    y.sum().backward()
    torch.testing.assert_close(x.grad, x.detach().exp())


@pytest.mark.parametrize("dtype", [torch.bfloat16, torch.float8_e4m3fn, torch.float8_e5m2])
def test_dtypes_that_numpy_lacks_keep_every_value(dtype):
    every = torch.arange(256, dtype=torch.uint8).view(torch.float8_e4m3fn if dtype.itemsize == 1 else torch.uint8)
    tensor = every.view(dtype) if dtype.itemsize == 1 else torch.arange(65536).to(torch.uint16).view(dtype)
    array = to_numpy(tensor)
    assert array.dtype == np.float32
    back = torch.from_numpy(array).to(dtype)
    finite = torch.from_numpy(np.isfinite(array))
    torch.testing.assert_close(back[finite].float(), tensor[finite].float(), rtol=0, atol=0)


@pytest.mark.parametrize(
    ("tensor", "expected"),
    [
        (torch.eye(2).to_sparse(), [[1, 0], [0, 1]]),
        (torch.tensor([1j]).conj(), [-1j]),
        (torch.tensor([1 + 2j]).conj().imag, [-2]),
        (torch.arange(6.0).reshape(2, 3).T, [[0, 3], [1, 4], [2, 5]]),
    ],
    ids=["sparse", "conjugated", "negated", "transposed"],
)
def test_what_numpy_refuses_comes_back_whole(tensor, expected):
    array = to_numpy(tensor)
    assert array.flags.c_contiguous
    assert array.flags.writeable
    np.testing.assert_array_equal(array, np.array(expected))


def test_to_numpy_names_what_it_cannot_take():
    with pytest.raises(TypeError, match=r"tensor must be a torch.Tensor, not list: pass torch.as_tensor"):
        to_numpy([1.0])
    with pytest.raises(ValueError, match=r"shape \(2, 3\) is on the meta device and has no values"):
        to_numpy(torch.empty(2, 3, device="meta"))
    with pytest.raises(ValueError, match=r"tensor is nested, .*: convert each of tensor.unbind\(\)"):
        to_numpy(torch.nested.nested_tensor([torch.ones(2), torch.ones(3)], layout=torch.jagged))
    for dtype in (torch.uint4, torch.bits8):
        with pytest.raises(TypeError, match=rf"tensor has dtype {dtype}, which NumPy does not have: convert it"):
            to_numpy(torch.empty(2, dtype=torch.uint8).view(dtype))


def test_half_complex_numbers_come_back_wider():
    """float16 has 65536 values; each is here once as the real and once as the imaginary part."""
    every = torch.arange(65536).to(torch.uint16).view(torch.float16)
    array = to_numpy(torch.view_as_complex(torch.stack([every, every.flip(0)], dim=1)))
    assert array.dtype == np.complex64
    np.testing.assert_array_equal(array.real, every.float().numpy())
    np.testing.assert_array_equal(array.imag, every.flip(0).float().numpy())


@given(
    hnp.arrays(np.int16, (4, 5)),
    st.tuples(st.slices(4), st.slices(5)),
    st.tuples(st.slices(4), st.slices(5)),
)
def test_views_share_and_copies_do_not(array, first, second):
    a, b = array[first], array[second]
    assert shares_memory(a, b) == np.shares_memory(a, b)
    assert not shares_memory(a, b.copy())
    tensor = torch.from_numpy(array)
    if all(step > 0 for view in (a, b) for step in view.strides):  # torch has no negative steps
        left, right = torch.from_numpy(a), torch.from_numpy(b)
        assert shares_memory(left, right) == shares_memory(left, b) == np.shares_memory(a, b)
    assert not shares_memory(tensor[1:], tensor[:1])
    assert shares_memory(tensor.T[2], tensor[1])
    assert shares_memory(tensor, array)
    assert not shares_memory(tensor, tensor.clone())


def test_shares_memory_knows_devices_empties_and_strangers():
    assert not shares_memory(torch.empty(0), np.empty(0))
    assert not shares_memory(torch.empty(2, device="meta"), torch.empty(2))
    assert not shares_memory(torch.empty(2, device="meta"), torch.empty(2, device="meta"))
    left, right = torch.ones(4).chunk(2)
    assert not shares_memory(left, right)
    assert not shares_memory(left.numpy(), right.numpy())
    assert not shares_memory(torch.arange(6)[::2], torch.arange(6)[1::2])
    x = torch.arange(6.0, requires_grad=True)
    assert not shares_memory(x[::2], x[1::2]), "the elements take turns in one block"
    assert shares_memory(x[::2], x[1:3])
    with pytest.raises(ValueError, match=r"expected a strided tensor, not one of layout torch.sparse_coo"):
        shares_memory(torch.eye(2).to_sparse(), torch.eye(2))
    with pytest.raises(ValueError, match="expected a strided tensor, not a nested one"):
        shares_memory(torch.nested.nested_tensor([torch.ones(2), torch.ones(3)], layout=torch.jagged), torch.eye(2))
    with pytest.raises(TypeError, match=r"expected a torch.Tensor or a numpy.ndarray, not list"):
        shares_memory(torch.ones(1), [1.0])
