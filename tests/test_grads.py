"""torchmemo.grads against one backward over the whole batch."""

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import nn

from torchmemo import backward_in_chunks, grad_norms


def model_and_data(batch, seed=0):
    torch.manual_seed(seed)
    model = nn.Sequential(nn.Linear(3, 4), nn.Tanh(), nn.Linear(4, 2)).double()
    return model, torch.randn(batch, 3).double(), torch.randn(batch, 2).double()


@settings(deadline=None)
@given(batch=st.integers(1, 13), num_chunks=st.integers(1, 15), seed=st.integers(0, 99))
def test_chunks_give_the_whole_batchs_gradient_and_loss(batch, num_chunks, seed):
    model, x, y = model_and_data(batch, seed)
    whole = nn.functional.mse_loss(model(x), y)
    whole.backward()
    expected = [parameter.grad for parameter in model.parameters()]
    model.zero_grad()
    loss = backward_in_chunks(model, nn.functional.mse_loss, x, y, num_chunks=num_chunks)
    torch.testing.assert_close(loss, whole.detach())
    assert not loss.requires_grad
    for parameter, gradient in zip(model.parameters(), expected, strict=True):
        torch.testing.assert_close(parameter.grad, gradient)


def test_chunks_add_to_what_is_there():
    model, x, y = model_and_data(4)
    for _ in range(2):
        backward_in_chunks(model, nn.functional.mse_loss, x, y, num_chunks=2)
    twice = model[0].weight.grad
    model.zero_grad()
    backward_in_chunks(model, nn.functional.mse_loss, x, y, num_chunks=2)
    torch.testing.assert_close(twice, 2 * model[0].weight.grad)


@pytest.mark.parametrize(
    ("x_size", "y_size", "num_chunks", "message"),
    [
        (4, 3, 2, "x has 4 samples and y 3"),
        (0, 0, 2, "x and y are empty"),
        (4, 4, 0, "num_chunks must be 1 or more, not 0"),
    ],
)
def test_chunks_name_what_does_not_fit(x_size, y_size, num_chunks, message):
    model, x, y = model_and_data(4)
    with pytest.raises(ValueError, match=message):
        backward_in_chunks(model, nn.functional.mse_loss, x[:x_size], y[:y_size], num_chunks=num_chunks)
    assert all(parameter.grad is None for parameter in model.parameters())


def test_grad_norms_tells_none_from_zero():
    model = nn.Sequential(nn.Linear(2, 1, bias=False), nn.Linear(1, 1, bias=False))
    model[0].weight.grad = torch.tensor([[3.0, -4.0]])
    assert grad_norms(model) == {"0.weight": 5.0, "1.weight": None}
    model.zero_grad(set_to_none=False)
    assert grad_norms(model) == {"0.weight": 0.0, "1.weight": None}
