"""torchmemo.regularization against its definition, torch's own functions, scikit-learn and lists by hand."""

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from sklearn.datasets import load_diabetes
from sklearn.linear_model import Lasso
from torch import nn

from torchmemo import decay_groups, soft_threshold

VALUES = st.floats(-100, 100, allow_subnormal=False)


@given(st.lists(VALUES, min_size=1, max_size=8), st.floats(0, 50, allow_subnormal=False))
def test_soft_threshold_equals_softshrink(values, threshold):
    x = torch.tensor(values, dtype=torch.float64)
    expected = nn.functional.softshrink(x, threshold)
    assert torch.allclose(soft_threshold(x, threshold), expected, rtol=0, atol=1e-12)


@given(VALUES, st.floats(0, 50, allow_subnormal=False), VALUES)
def test_soft_threshold_is_the_proximal_operator(x, threshold, other):
    def cost(v):
        return (v - x) ** 2 / 2 + threshold * abs(v)

    v = soft_threshold(torch.tensor(x, dtype=torch.float64), threshold).item()
    assert cost(v) <= cost(other) + 1e-9


def test_soft_threshold_takes_one_threshold_an_element_and_keeps_dtype_and_input():
    x = torch.tensor([[1.0, -1.0], [0.25, 5.0]], dtype=torch.float32)
    kept = x.clone()
    assert soft_threshold(x, torch.tensor([0.0, 0.5])).tolist() == [[1.0, -0.5], [0.25, 4.5]]
    assert soft_threshold(x.bfloat16(), 0.5).dtype == torch.bfloat16
    assert torch.equal(x, kept)
    x.requires_grad_()
    soft_threshold(x, 0.5).sum().backward()
    assert x.grad.tolist() == [[1.0, 1.0], [0.0, 1.0]]


@pytest.mark.parametrize(
    ("x", "threshold", "error", "message"),
    [
        (torch.tensor([1]), 0.5, TypeError, r"x must be floating point, not torch.int64: pass x.float\(\)"),
        (torch.ones(2), -0.5, ValueError, "threshold must be 0 or more, but its least value is -0.5"),
        (torch.ones(2), float("nan"), ValueError, "threshold must be 0 or more"),
        (torch.ones(2), torch.tensor(-0.5), ValueError, "threshold must be 0 or more, but its least value is -0.5"),
        (torch.ones(2), torch.tensor([0.5, torch.nan]), ValueError, "threshold must be 0 or more"),
        (torch.ones(2), torch.ones(3), ValueError, r"x has shape \(2,\) and threshold \(3,\)"),
        (torch.ones(2), torch.ones(3, 2), ValueError, r"x has shape \(2,\) and threshold \(3, 2\)"),
        ([1.0], 0.5, TypeError, "x must be a torch.Tensor, not list"),
        (torch.ones(2, device="meta"), 0.5, ValueError, "x is on the meta device and has no values"),
    ],
)
def test_soft_threshold_refuses(x, threshold, error, message):
    with pytest.raises(error, match=message):
        soft_threshold(x, threshold)


def test_proximal_steps_find_the_lasso_of_real_data():
    data = load_diabetes()
    x, y = (torch.from_numpy(array.copy()) for array in (data.data * 20, data.target - data.target.mean()))
    expected = Lasso(alpha=5.0, fit_intercept=False, tol=1e-12, max_iter=100_000).fit(x.numpy(), y.numpy()).coef_
    w, lr = torch.zeros(x.shape[1], dtype=torch.float64), 0.1
    for _ in range(3000):
        w = soft_threshold(w - lr * 2 * x.T @ (x @ w - y) / len(y), lr * 2 * 5.0)
    assert (w == 0).any()
    assert torch.allclose(w, torch.from_numpy(expected), atol=1e-6)


class Tied(nn.Module):
    def __init__(self):
        super().__init__()
        self.embed = nn.Embedding(5, 3)
        self.norm = nn.LayerNorm((2, 3))
        self.out = nn.Linear(3, 5)
        self.out.weight = self.embed.weight
        self.scale = nn.Parameter(torch.ones(()))


def names(module, group):
    named = {parameter: name for name, parameter in module.named_parameters()}
    return [named[parameter] for parameter in group["params"]]


@pytest.mark.parametrize(
    ("module", "decayed", "spared"),
    [
        (nn.Linear(2, 3), ["weight"], ["bias"]),
        (
            nn.Sequential(nn.Conv2d(1, 2, 3), nn.BatchNorm2d(2)),
            ["0.weight"],
            ["0.bias", "1.weight", "1.bias"],
        ),
        (Tied(), ["embed.weight"], ["scale", "norm.weight", "norm.bias", "out.bias"]),
        (nn.LSTM(2, 3), ["weight_ih_l0", "weight_hh_l0"], ["bias_ih_l0", "bias_hh_l0"]),
        (
            nn.MultiheadAttention(4, 2),
            ["in_proj_weight", "out_proj.weight"],
            ["in_proj_bias", "out_proj.bias"],
        ),
    ],
)
def test_decay_groups_splits_as_by_hand(module, decayed, spared):
    first, second = decay_groups(module, 0.1)
    assert (names(module, first), first["weight_decay"]) == (decayed, 0.1)
    assert (names(module, second), second["weight_decay"]) == (spared, 0.0)
    torch.optim.AdamW([first, second])


def test_decay_groups_refuses():
    with pytest.raises(ValueError, match="weight_decay must be 0 or more and finite, not -1"):
        decay_groups(nn.Linear(1, 1), -1)
    with pytest.raises(ValueError, match="0 or more and finite, not inf"):
        decay_groups(nn.Linear(1, 1), float("inf"))
    with pytest.raises(ValueError, match="ReLU has no parameters: there is nothing to group"):
        decay_groups(nn.ReLU(), 0.1)
    with pytest.raises(ValueError, match=r"0\.weight is lazy and has no shape yet: call the module once"):
        decay_groups(nn.Sequential(nn.LazyLinear(2)), 0.1)


@pytest.mark.filterwarnings("ignore:.*weight_norm.*:FutureWarning")
@pytest.mark.parametrize("wrap", [nn.utils.parametrizations.weight_norm, nn.utils.weight_norm])
def test_magnitudes_of_weight_normalization_are_spared(wrap):
    decayed, spared = decay_groups(wrap(nn.Linear(2, 3)), 0.1)
    assert [tuple(p.shape) for p in decayed["params"]] == [(3, 2)]
    assert sorted(tuple(p.shape) for p in spared["params"]) == [(3,), (3, 1)]
    decayed, _ = decay_groups(nn.Linear(1, 3), 0.1)
    assert [tuple(p.shape) for p in decayed["params"]] == [(3, 1)], "a weight of that shape mixes features"
