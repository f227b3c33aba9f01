"""torchmemo.grads against one backward over the whole batch, and against graphs drawn by hand."""

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import nn

from torchmemo import backward_in_chunks, grad_norms, graph_lines


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


@settings(deadline=None)
@given(
    tokens=st.lists(st.integers(-1, 2), min_size=2, max_size=12), num_chunks=st.integers(1, 6), weighed=st.booleans()
)
def test_chunks_of_tokens_count_by_what_is_not_ignored_and_by_class(tokens, num_chunks, weighed):
    y = torch.tensor(tokens)  # -1 is ignored
    if (y < 0).all():
        y[0] = 1
    x = torch.linspace(-1, 1, len(y) * 2).reshape(-1, 2)
    weight = torch.tensor([0.5, 1.0, 4.0]) if weighed else None
    loss_fn = nn.CrossEntropyLoss(weight=weight, ignore_index=-1)
    counts = torch.tensor([0.5, 1.0, 4.0]) if weighed else torch.ones(3)
    model = nn.Linear(2, 3)
    loss_fn(model(x), y).backward()
    expected, model.weight.grad = model.weight.grad, None
    loss = backward_in_chunks(
        model, loss_fn, x, y, num_chunks=num_chunks, count=lambda y: counts[y.clamp(min=0)][y >= 0].sum()
    )
    torch.testing.assert_close(model.weight.grad, expected)
    torch.testing.assert_close(loss, loss_fn(model(x), y).detach())


@pytest.mark.parametrize(
    ("loss_fn", "y"),
    [
        (nn.CrossEntropyLoss(weight=torch.tensor([0.5, 1.0, 4.0])), torch.eye(3)[[0, 2, 2, 1, 0]]),
        (nn.KLDivLoss(reduction="batchmean"), torch.eye(3)[[0, 2, 2, 1, 0]]),
        (nn.BCEWithLogitsLoss(pos_weight=torch.tensor([1.0, 2.0, 4.0])), torch.eye(3)[[0, 2, 2, 1, 0]]),
        (nn.CrossEntropyLoss(label_smoothing=0.1), torch.tensor([0, 2, 2, 1, 0])),
    ],
    ids=["weighed probabilities", "batchmean", "pos_weight", "smoothed"],
)
def test_losses_that_are_a_mean_over_the_samples_need_no_count(loss_fn, y):
    x, model = torch.linspace(-1, 1, 10).reshape(5, 2), nn.Linear(2, 3)
    loss_fn(model(x), y).backward()
    expected, model.weight.grad = model.weight.grad, None
    loss = backward_in_chunks(model, loss_fn, x, y, num_chunks=2)
    torch.testing.assert_close(model.weight.grad, expected)
    torch.testing.assert_close(loss, loss_fn(model(x), y).detach())


@pytest.mark.parametrize(
    ("loss_fn", "message"),
    [
        (nn.CrossEntropyLoss(reduction="sum"), "must take the mean, but this CrossEntropyLoss has reduction='sum'"),
        (nn.MSELoss(reduction="none"), "must take the mean, but this MSELoss has reduction='none'"),
        (
            nn.CrossEntropyLoss(weight=torch.ones(3)),
            r"class weights: pass count=lambda y: weight\[y\[y != -100\]\].sum\(\)",
        ),
        (nn.NLLLoss(weight=torch.ones(3), ignore_index=5), r"class weights: pass count=lambda y: weight\[y\].sum\(\)"),
        (nn.CrossEntropyLoss(), r"ignores targets: pass count=lambda y: \(y != -100\).sum\(\)"),
        (nn.NLLLoss(ignore_index=2), r"this NLLLoss ignores targets: pass count=lambda y: \(y != 2\)"),
        (lambda out, y: out, r"must return a scalar mean, but it returned the shape \(2, 3\)"),
    ],
)
def test_losses_that_are_no_mean_over_the_samples_are_refused(loss_fn, message):
    x, y = torch.ones(4, 2), torch.tensor([0, -100, 2, 1])
    model = nn.Linear(2, 3)
    with pytest.raises(ValueError, match=message):
        backward_in_chunks(model, loss_fn, x, y, num_chunks=2)
    assert model.weight.grad is None


def test_a_count_of_nothing_is_refused():
    with pytest.raises(ValueError, match=r"finite, 0 or more, and more than 0 in all, .* count \[0.0, 0.0\]"):
        backward_in_chunks(
            nn.Linear(2, 3),
            nn.CrossEntropyLoss(),
            torch.ones(2, 2),
            torch.tensor([-100] * 2),
            num_chunks=2,
            count=lambda y: (y != -100).sum(),
        )


def test_norms_of_sparse_and_half_gradients():
    embedding = nn.Embedding(4, 2, sparse=True)
    embedding(torch.tensor([1, 1, 3])).sum().backward()
    assert grad_norms(embedding) == {"weight": pytest.approx((2 * 4 + 2) ** 0.5)}
    half = nn.Linear(2, 1, bias=False).half()
    half.weight.grad = torch.full((1, 2), 3e4).half()  # its square is over float16's range
    assert grad_norms(half) == {"weight": pytest.approx(3e4 * 2**0.5, rel=1e-3)}


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


@pytest.mark.parametrize(
    ("x", "y", "error", "message"),
    [
        (torch.tensor(1.0), torch.tensor(1.0), ValueError, r"x must be \(batch, ...\), but it has no dimension"),
        (torch.ones(2, 3).numpy(), torch.ones(2, 1), TypeError, "x must be a torch.Tensor, not ndarray"),
        (torch.ones(2, 3), [1.0, 2.0], TypeError, "y must be a torch.Tensor, not list"),
    ],
)
def test_chunks_take_tensors_with_a_batch(x, y, error, message):
    with pytest.raises(error, match=message):
        backward_in_chunks(nn.Linear(3, 1), nn.functional.mse_loss, x, y, num_chunks=2)


def test_a_loss_without_its_graph_is_named():
    with pytest.raises(TypeError, match=r"loss_fn must return a torch.Tensor with its graph, not float"):
        backward_in_chunks(nn.Linear(3, 1), lambda y_hat, y: 0.5, torch.ones(2, 3), torch.ones(2, 1), num_chunks=2)


def test_grad_norms_names_a_gradient_without_values():
    layer = nn.Linear(2, 1, device="meta")
    layer.weight.grad = torch.ones_like(layer.weight)
    with pytest.raises(ValueError, match="the gradient of weight is on the meta device and has no values"):
        grad_norms(layer)


def test_grad_norms_tells_none_from_zero():
    model = nn.Sequential(nn.Linear(2, 1, bias=False), nn.Linear(1, 1, bias=False))
    model[0].weight.grad = torch.tensor([[3.0, -4.0]])
    assert grad_norms(model) == {"0.weight": 5.0, "1.weight": None}
    model.zero_grad(set_to_none=False)
    assert grad_norms(model) == {"0.weight": 0.0, "1.weight": None}


def test_a_graph_is_drawn_with_its_leaves_and_shared_nodes():
    x = torch.ones(2, requires_grad=True)
    b = torch.ones(3, 1, requires_grad=True)
    y = x.exp()
    assert list(graph_lines((y * y + b).sum(), {"x": x})) == [
        "Sum",
        "  Add",
        "    Mul",
        "      Exp #1",
        "        leaf x (2,)",
        "      Exp #1 again",
        "    leaf (3, 1)",
    ]


def test_a_leaf_is_shared_like_any_node():
    w = torch.ones((), requires_grad=True)
    assert list(graph_lines(w * w.sin(), {"w": w})) == ["Mul", "  leaf w () #1", "  Sin", "    leaf w () #1 again"]


def test_a_model_is_drawn_with_its_parameters_names():
    model = nn.Sequential(nn.Linear(3, 2), nn.ReLU())
    assert list(graph_lines(model(torch.ones(1, 3)), model.named_parameters())) == [
        "Relu",
        "  Addmm",
        "    leaf 0.bias (2,)",
        "    T",
        "      leaf 0.weight (2, 3)",
    ]


def test_the_tree_begins_at_any_tensor():
    x = torch.ones(2, requires_grad=True)
    assert list(graph_lines(x)) == ["leaf (2,)"]
    with torch.no_grad():
        assert list(graph_lines(x)) == ["leaf (2,)"]
        assert list(graph_lines(x * 2)) == []
    assert list(graph_lines((x * 2).detach())) == []
    assert list(graph_lines(torch.ones(2))) == []
    assert list(graph_lines(torch.arange(2))) == []


def test_a_written_slice_and_a_functions_own_name():
    class Twice(torch.autograd.Function):
        @staticmethod
        def forward(ctx, x):
            return 2 * x

        @staticmethod
        def backward(ctx, gradient):
            return 2 * gradient

    x = torch.ones(2, requires_grad=True)
    assert list(graph_lines(Twice.apply(x))) == ["Twice", "  leaf (2,)"]
    y = x.clone()
    y[0] = 5
    assert list(graph_lines(y)) == ["CopySlices", "  Clone", "    leaf (2,)"]


def test_a_chain_of_any_length_is_drawn():
    x = torch.ones(1, requires_grad=True)
    y = x
    for _ in range(10_000):
        y = y + 1
    lines = graph_lines(y, {"x": x})
    for depth in range(10_000):
        line = next(lines)
        assert (len(line), line.strip()) == (2 * depth + 3, "Add")
    assert [line.strip() for line in lines] == ["leaf x (1,)"]


def test_nodes_reached_on_many_paths_are_followed_once():
    x = torch.ones(1, requires_grad=True)
    y = x
    for _ in range(100):  # 2 ** 100 paths
        y = y * y
    lines = [line.strip() for line in graph_lines(y)]
    assert len(lines) == 201  # the root, and two lines for each of the 100 others
    assert sum(line.endswith(" again") for line in lines) == 100


OPERATIONS = [("Exp", torch.exp, 1), ("Neg", torch.neg, 1), ("Add", torch.add, 2), ("Mul", torch.mul, 2)]


@given(st.lists(st.tuples(st.sampled_from(OPERATIONS), st.integers(0, 99), st.integers(0, 99)), max_size=12))
def test_random_graphs_are_drawn_as_they_were_built(steps):
    """The graph is kept beside torch's own while it is built, and drawn by recursion."""
    x, w, constant = torch.ones(2, requires_grad=True), torch.ones(1, requires_grad=True), torch.ones(2)
    values = [x, w, constant]
    drawn = [("leaf x (2,)", []), ("leaf w (1,)", []), None]  # (label, inputs), None where there is no gradient
    for (label, operation, arity), *picks in steps:
        inputs = [pick % len(values) for pick in picks[:arity]]
        values.append(operation(*(values[i] for i in inputs)))
        kept = [drawn[i] for i in inputs if drawn[i] is not None]
        drawn.append((label, kept) if kept else None)

    rows, times = [], {}

    def draw(node, depth):
        times[id(node)] = times.get(id(node), 0) + 1
        rows.append((depth, node, times[id(node)] > 1))
        if times[id(node)] == 1:
            for source in node[1]:
                draw(source, depth + 1)

    if drawn[-1] is not None:
        draw(drawn[-1], 0)
    shared = [key for key, count in times.items() if count > 1]
    expected = []
    for depth, node, again in rows:
        number = f" #{shared.index(id(node)) + 1}" if id(node) in shared else ""
        expected.append("  " * depth + node[0] + number + (" again" if again else ""))
    assert list(graph_lines(values[-1], {"x": x, "w": w})) == expected


@given(st.sets(st.sampled_from("abcd"), min_size=1))
def test_the_leaves_drawn_are_those_that_backward_reaches(used):
    leaves = {name: torch.ones(1, requires_grad=True) for name in "abcd"}
    loss = sum(leaves[name] for name in used).exp()
    drawn = {name for name in leaves if any(f"leaf {name} " in line for line in graph_lines(loss, leaves))}
    loss.backward()  # drawing has used nothing up
    assert drawn == {name for name, leaf in leaves.items() if leaf.grad is not None} == used
