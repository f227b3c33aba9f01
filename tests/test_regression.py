"""torchmemo.regression against NumPy, scikit-learn, and the condition that makes a fit the best one."""

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.datasets import load_diabetes
from sklearn.linear_model import LinearRegression

from torchmemo import fit_huber, fit_ols


def diabetes():
    x, y = load_diabetes(return_X_y=True)
    return torch.from_numpy(x.copy()), torch.from_numpy(y.copy())


def test_ols_equals_scikit_learn_on_real_data():
    x, y = diabetes()
    fit, oracle = fit_ols(x, y), LinearRegression().fit(x.numpy(), y.numpy())
    np.testing.assert_allclose(fit.coef.numpy(), oracle.coef_, rtol=1e-8)
    np.testing.assert_allclose(fit.intercept.item(), oracle.intercept_, rtol=1e-12)
    np.testing.assert_allclose(fit.predict(x).numpy(), oracle.predict(x.numpy()), rtol=1e-10)
    assert fit.rank == 10


@settings(deadline=None)
@given(samples=st.integers(1, 12), features=st.integers(1, 6), seed=st.integers(0, 999))
def test_ols_has_the_least_norm_that_numpy_finds(samples, features, seed):
    """With fewer samples than features too, where endlessly many fits are perfect."""
    random = np.random.default_rng(seed)
    x, y = random.normal(size=(samples, features)), random.normal(size=samples)
    oracle, _, rank, _ = np.linalg.lstsq(x - x.mean(0), y - y.mean(), rcond=None)
    fit = fit_ols(torch.from_numpy(x), torch.from_numpy(y))
    np.testing.assert_allclose(fit.coef.numpy(), oracle, atol=1e-8)
    assert fit.rank == rank


def test_a_dependent_column_changes_no_prediction():
    x, y = diabetes()
    wide = torch.cat([x, x[:, :1] + x[:, 1:2]], dim=1)
    fit = fit_ols(wide, y)
    assert fit.rank == 10
    torch.testing.assert_close(fit.predict(wide), fit_ols(x, y).predict(x))


@pytest.mark.parametrize("delta", [0.5, 20.0, 1e6])
def test_huber_is_where_torchs_huber_loss_has_no_slope(delta):
    x, y = diabetes()
    fit = fit_huber(x, y, delta=delta)
    coef, intercept = fit.coef.clone().requires_grad_(), fit.intercept.clone().requires_grad_()
    torch.nn.functional.huber_loss(x @ coef + intercept, y, delta=delta, reduction="sum").backward()
    slope = torch.cat([coef.grad, intercept.grad[None]]).abs().max().item()
    assert slope < 1e-5 * delta


def test_huber_is_ols_where_nothing_is_an_outlier():
    x, y = diabetes()
    torch.testing.assert_close(fit_huber(x, y, delta=1e6).coef, fit_ols(x, y).coef)


def test_huber_holds_the_line_by_hand():
    """Y = 2x + 1 with one outlier up: the balance of pulls bounds how far the line moves, wherever it lies."""
    x = torch.arange(20.0).double()[:, None]
    fits = []
    for size in (1e2, 1e6):
        y = 2 * x[:, 0] + 1
        y[-1] += size
        fits.append(fit_huber(x, y))
    torch.testing.assert_close(fits[0].coef, fits[1].coef)
    assert abs(fits[0].coef.item() - 2) < 0.05


def table(rows, scale, offset, seed):
    """Two features of unlike scale, far from 0, in float64; the values are ones that float32 has, too."""
    random = np.random.default_rng(seed)
    x = np.stack([random.normal(size=rows), scale * random.normal(size=rows) + offset], axis=1)
    x = torch.from_numpy(x).float().double()
    y = (x[:, 0] * 2 + x[:, 1] / scale + 5).float().double()
    return x, y


@settings(deadline=None, max_examples=40)
@given(
    rows=st.sampled_from([10, 100, 1000, 10_000]),
    scale=st.sampled_from([1e-6, 1e-3, 1.0, 1e3, 1e6]),
    offset=st.sampled_from([0.0, -1e3, 1e6]),
    seed=st.integers(0, 99),
)
def test_float32_gives_what_float64_gives(rows, scale, offset, seed):
    """For features of any unit, as income and age: none is dropped, and no digit beyond those of float32 is lost."""
    x, y = table(rows, scale, offset, seed)
    if len(x[:, 1].unique()) < 5:  # float32 has no such small steps so far from 0
        return
    wide, narrow = fit_ols(x, y), fit_ols(x.float(), y.float())
    assert wide.rank == narrow.rank == 2
    torch.testing.assert_close(narrow.coef.double(), wide.coef, rtol=1e-6, atol=0)
    torch.testing.assert_close(narrow.predict(x.float()).double(), wide.predict(x), rtol=0, atol=1e-5 * y.abs().max())
    design = np.column_stack([np.ones(rows), (x - x.mean(0)) / x.std(0)])
    oracle = np.linalg.lstsq(design, y.numpy(), rcond=None)[0]
    np.testing.assert_allclose((wide.coef * x.std(0)).numpy(), oracle[1:], rtol=1e-6, atol=1e-9 * y.std().item())


def test_income_and_age_in_float32():
    random = np.random.default_rng(0)
    x = torch.from_numpy(np.stack([3e4 * random.normal(size=10_000) + 5e4, 10 * random.normal(size=10_000) + 40], 1))
    y = x @ torch.tensor([0.001, 2.0]).double() + 5
    fit = fit_ols(x.float(), y.float())
    assert fit.rank == 2
    torch.testing.assert_close(fit.coef, torch.tensor([0.001, 2.0]), rtol=1e-4, atol=0)


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64])
def test_a_column_that_depends_on_others_is_seen_in_both_dtypes(dtype):
    x, y = (values.to(dtype) for values in diabetes())
    wide = torch.cat([x, x[:, :1] + x[:, 1:2], 1e6 * x[:, :1]], dim=1)
    fit = fit_ols(wide, y)
    assert fit.rank == 10
    oracle = np.linalg.pinv((wide - wide.mean(0)).double().numpy(), rcond=1e-13 if dtype == torch.float64 else 1e-9)
    if dtype == torch.float64:
        np.testing.assert_allclose(fit.coef.numpy(), oracle @ (y - y.mean()).numpy(), rtol=1e-5, atol=1e-8)
    torch.testing.assert_close(fit.predict(wide), fit_ols(x, y).predict(x), rtol=1e-4, atol=1e-3)


@settings(deadline=None, max_examples=40)
@given(
    size=st.sampled_from([0.0, 1e2, 1e4, 1e6, 1e8]),
    offset=st.sampled_from([0.0, 1e6]),
    unit=st.sampled_from([1e-6, 1.0, 1e6]),
    dtype=st.sampled_from([torch.float32, torch.float64]),
)
def test_an_outlier_of_any_size_bends_the_line_as_little(size, offset, unit, dtype):
    x = (torch.arange(20.0).double() * unit)[:, None].to(dtype)
    y = 2 * torch.arange(20.0).double() + 1 + offset
    y[-1] += size
    fit = fit_huber(x, y.to(dtype))
    expected = 2.0 if size == 0 else 2.0175438596  # as the balance of pulls gives it by hand: 2 + 1 / 57
    assert fit.coef.item() * unit == pytest.approx(expected, rel=1e-6)


def test_huber_with_thousands_of_rows_in_float32():
    x, y = table(10_000, 1e4, 1e3, 0)
    y[::50] += 1e8
    torch.testing.assert_close(fit_huber(x.float(), y.float()).coef.double(), fit_huber(x, y).coef, rtol=1e-4, atol=0)


def test_what_is_predicted_far_from_0_does_not_cancel():
    """Dates as seconds: x @ coef + intercept would lose most digits in float32."""
    x = (1.7e9 + 1024 * torch.arange(100.0).double())[:, None].float()
    y = 7 + torch.arange(100.0) / 3
    fit = fit_ols(x, y)
    assert (fit.predict(x) - y).abs().max() < 1e-5
    assert (x @ fit.coef + fit.intercept - y).abs().max() > 1e-3


@settings(deadline=None, max_examples=40)
@given(
    rows=st.sampled_from([20, 100, 1000]),
    spread=st.sampled_from([1e-2, 1.0, 1e3]),
    outlier=st.sampled_from([0.0, 1e4, 1e8]),
    seed=st.integers(0, 99),
)
def test_huber_far_from_0_has_no_slope_and_predicts_in_float32(rows, spread, outlier, seed):
    """An offset of 1e6, where float32 has steps of 1/16: neither a rounded mean stops it, nor one moves the line."""
    x = 1e6 + spread * torch.randn(rows, 2, generator=torch.Generator().manual_seed(seed)).double()
    y = (x - 1e6) @ torch.tensor([1.0, -3.0]).double() / spread + 10 + 0.1 * torch.sin(torch.arange(rows).double())
    y[::10] += outlier
    fit = fit_huber(x, y, delta=0.5)
    pull = (y - fit.predict(x)).clamp(-0.5, 0.5)
    assert ((x - x.mean(0)).mT @ pull / spread).abs().max() < 1e-6 * rows
    x, y = x.float(), y.float()
    if any(len(column.unique()) < 5 for column in x.T):  # float32 has no such small steps so far from 0
        return
    wide, narrow = fit_huber(x.double(), y.double()), fit_huber(x, y)
    expected = wide.predict(x.double())
    torch.testing.assert_close(narrow.predict(x).double(), expected, rtol=0, atol=1e-6 * expected.abs().max().item())


def test_ols_and_huber_keep_the_dtype():
    x, y = diabetes()
    assert fit_ols(x.float(), y.float()).coef.dtype == torch.float32
    assert fit_huber(x.float(), y.float()).coef.dtype == torch.float32


@pytest.mark.parametrize("fit", [fit_ols, fit_huber])
@given(st.floats(0.1, 1e6), st.integers(2, 60))
def test_a_constant_column_is_no_feature(fit, value, samples):
    """Its mean is rounded, and what the rounding leaves must not be taken for data."""
    fitted = fit(torch.full((samples, 1), value).double(), torch.arange(samples).double())
    assert (fitted.coef.item(), fitted.rank) == (0, 0)


@pytest.mark.parametrize("fit", [fit_ols, fit_huber])
@pytest.mark.parametrize(
    ("x", "y", "error", "message"),
    [
        (torch.ones(3), torch.ones(3), ValueError, r"x has shape \(3,\) and y \(3,\)"),
        (torch.ones(3, 1), torch.ones(3, 1), ValueError, r"x has shape \(3, 1\) and y \(3, 1\)"),
        (torch.ones(3, 1), torch.ones(2), ValueError, r"x has shape \(3, 1\) and y \(2,\)"),
        (torch.ones(0, 1), torch.ones(0), ValueError, "there is nothing to fit"),
        (
            torch.ones(3, 1, dtype=int),
            torch.ones(3),
            TypeError,
            "x is torch.int64 and y torch.float32",
        ),
        (
            torch.ones(3, 1).double(),
            torch.ones(3),
            TypeError,
            "x is torch.float64 and y torch.float32",
        ),
        (
            torch.ones(3, 1),
            torch.tensor([1.0, torch.nan, 1.0]),
            ValueError,
            "y has NaN or infinity",
        ),
        (torch.ones(3, 1).half(), torch.ones(3).half(), TypeError, "x is torch.float16 and y torch.float16"),
        (torch.full((3, 1), torch.inf), torch.ones(3), ValueError, "x has NaN or infinity"),
        (np.ones((3, 1)), torch.ones(3), TypeError, r"x must be a torch.Tensor, not ndarray: pass torch.as_tensor"),
        (torch.ones(3, 1), [1.0, 2.0, 3.0], TypeError, "y must be a torch.Tensor, not list"),
        (torch.ones(3, 1), torch.ones(3, device="meta"), ValueError, "y is on the meta device and has no values"),
        (torch.ones(3, 1).to_sparse(), torch.ones(3), ValueError, r"x has the layout torch.sparse_coo: make it dense"),
        (
            torch.nested.nested_tensor([torch.ones(1), torch.ones(2)], layout=torch.jagged),
            torch.ones(2),
            ValueError,
            "x is nested",
        ),
    ],
)
def test_data_that_cannot_be_fitted_is_named(fit, x, y, error, message):
    with pytest.raises(error, match=message):
        fit(x, y)


@pytest.mark.parametrize(
    ("x", "error", "message"),
    [
        (torch.ones(2, 11).double(), ValueError, r"x must be \(samples, 10\), as the fitted data, but it is \(2, 11\)"),
        (torch.ones(10).double(), ValueError, r"but it is \(10,\)"),
        (torch.ones(2, 10), TypeError, "x must be torch.float64, as the fitted data, but it is torch.float32"),
        (torch.ones(2, 10, device="meta").double(), ValueError, "x must be on cpu, .* but it is on meta"),
        (np.ones((2, 10)), TypeError, "x must be a torch.Tensor, not ndarray"),
    ],
)
def test_what_cannot_be_predicted_is_named(x, error, message):
    with pytest.raises(error, match=message):
        fit_ols(*diabetes()).predict(x)


def test_huber_names_its_own_bad_arguments():
    x, y = diabetes()
    with pytest.raises(ValueError, match=r"delta must be over 0 and finite, not 0\.0"):
        fit_huber(x, y, delta=0.0)
    with pytest.raises(ValueError, match="delta must be over 0 and finite, not inf"):
        fit_huber(x, y, delta=float("inf"))
    with pytest.raises(ValueError, match="max_steps must be 1 or more, not 0"):
        fit_huber(x, y, max_steps=0)
    with pytest.raises(RuntimeError, match="no convergence in 2 steps"):
        fit_huber(x, y, max_steps=2)
