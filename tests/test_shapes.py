"""torchmemo.shapes against shapes by hand, and a model that must stay as it was."""

import itertools

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import nn

from torchmemo import LayerShapes, trace_shapes, unbatched_behavior


@settings(deadline=None)
@given(batch=st.integers(1, 4), sizes=st.lists(st.integers(1, 5), min_size=2, max_size=6))
def test_an_mlps_shapes_are_its_sizes(batch, sizes):
    model = nn.Sequential(*(nn.Linear(a, b) for a, b in itertools.pairwise(sizes)))
    assert trace_shapes(model, torch.ones(batch, sizes[0])) == [
        LayerShapes(str(number), "Linear", ((batch, a),), (batch, b))
        for number, (a, b) in enumerate(itertools.pairwise(sizes))
    ]


def test_a_network_by_hand():
    model = nn.Sequential(nn.Conv2d(1, 4, 3, padding=1), nn.MaxPool2d(2), nn.Flatten(), nn.LSTM(784, 2))
    assert [(at.name, at.output) for at in trace_shapes(model, torch.ones(5, 1, 28, 28))] == [
        ("0", (5, 4, 28, 28)),
        ("1", (5, 4, 14, 14)),
        ("2", (5, 784)),
        ("3", ((5, 2), ((1, 2), (1, 2)))),
    ]
    bilinear = nn.Bilinear(2, 3, 4)
    assert trace_shapes(bilinear, torch.ones(1, 2), torch.ones(1, 3)) == [
        LayerShapes("", "Bilinear", ((1, 2), (1, 3)), (1, 4))
    ]


def test_a_shared_layer_comes_once_a_call():
    layer = nn.Linear(2, 2)
    assert [at.name for at in trace_shapes(nn.Sequential(layer, nn.ReLU(), layer), torch.ones(1, 2))] == ["0", "1", "0"]


def test_the_model_stays_as_it_was():
    model = nn.Sequential(nn.Linear(2, 3), nn.BatchNorm1d(3), nn.Dropout(), nn.Linear(4, 1))
    before = {name: value.clone() for name, value in model.state_dict().items()}
    random = torch.get_rng_state()
    with pytest.raises(RuntimeError) as caught:
        trace_shapes(model, torch.ones(2, 2))
    trace_shapes(model[:3], torch.ones(2, 2))
    assert caught.value.__notes__ == [
        "0 Linear: ((2, 2),) -> (2, 3)",
        "1 BatchNorm1d: ((2, 3),) -> (2, 3)",
        "2 Dropout: ((2, 3),) -> (2, 3)",
        "3 Linear: ((2, 3),) -> error",
    ]
    assert model.training
    assert torch.equal(torch.get_rng_state(), random)
    assert all(torch.equal(before[name], value) for name, value in model.state_dict().items())
    assert not any(layer._forward_hooks or layer._forward_pre_hooks for layer in model.modules())
    assert all(parameter.grad is None for parameter in model.parameters())


@pytest.mark.parametrize(
    ("layer", "shape", "expected"),
    [
        (nn.Linear(3, 2), (3,), "takes it"),
        (nn.Conv2d(1, 2, 3), (1, 5, 5), "takes it"),
        (nn.LSTM(3, 2, batch_first=True), (4, 3), "takes it"),
        (nn.BatchNorm1d(3).eval(), (3,), "refuses"),
        (nn.Flatten(), (2, 3), "reads it otherwise"),
        (nn.Softmax(dim=0), (2, 3), "reads it otherwise"),
    ],
)
def test_unbatched_behavior_by_known_layers(layer, shape, expected):
    assert unbatched_behavior(layer, torch.rand(shape)) == expected


def test_the_layer_stays_as_it_was_and_random_layers_draw_the_same():
    layer = nn.Sequential(nn.InstanceNorm1d(3, track_running_stats=True), nn.Dropout())
    before = {name: value.clone() for name, value in layer.state_dict().items()}
    x, random = torch.arange(12.0).reshape(3, 4), torch.get_rng_state()
    assert unbatched_behavior(layer, x) == "takes it"
    assert torch.equal(torch.get_rng_state(), random)
    assert all(torch.equal(before[name], value) for name, value in layer.state_dict().items())


def test_inputs_that_tell_nothing_are_refused():
    with pytest.raises(ValueError, match=r"input 0 is 1.0 everywhere: give it values that differ"):
        unbatched_behavior(nn.LayerNorm(8), torch.ones(8))


@pytest.mark.parametrize(
    ("x", "error", "message"),
    [
        (torch.tensor([1.0, float("nan")]), ValueError, "input 0 has NaN in it"),
        (torch.ones(0), ValueError, r"input 0 has shape \(0,\): there is nothing to compare"),
        (torch.ones(2, device="meta"), ValueError, "input 0 is on the meta device and has no values"),
        ([1.0, 2.0], TypeError, "input 0 must be a torch.Tensor, not list"),
    ],
)
def test_inputs_that_cannot_be_compared_are_named(x, error, message):
    with pytest.raises(error, match=message):
        unbatched_behavior(nn.Linear(2, 1), x)


def test_a_result_of_nan_is_the_same_as_itself():
    class Log(nn.Module):
        def forward(self, x):
            return x.log()

    assert unbatched_behavior(Log(), torch.tensor([-1.0, 1.0])) == "takes it"


def test_attention_is_traced_although_it_calls_no_layer():
    encoder = nn.TransformerEncoderLayer(4, 2, dim_feedforward=8, dropout=0.0, batch_first=True)
    for mode in (True, False):
        traced = trace_shapes(encoder.train(mode), torch.rand(1, 3, 4))
        assert [at.name for at in traced if at.layer in ("MultiheadAttention", "Linear")] == [
            "self_attn",
            "linear1",
            "linear2",
        ]
        (attention,) = [at for at in traced if at.layer == "MultiheadAttention"]
        assert (attention.inputs, attention.output) == (((1, 3, 4),) * 3, ((1, 3, 4), "NoneType"))


def test_the_layer_that_raised_is_named_inside_of_others():
    inner = nn.Sequential(nn.Linear(2, 3), nn.Linear(4, 1))
    with pytest.raises(RuntimeError) as caught:
        trace_shapes(nn.Sequential(nn.ReLU(), inner), torch.rand(1, 2))
    assert caught.value.__notes__[-1] == "1.1 Linear: ((1, 3),) -> error"


class Named(nn.Module):
    def forward(self, x):
        return {"x": x, "both": (x, x.T), "of": "words"}


def test_a_dict_of_outputs_has_a_shape_for_each_name():
    assert trace_shapes(Named(), torch.rand(2, 3)) == [
        LayerShapes("", "Named", ((2, 3),), {"x": (2, 3), "both": ((2, 3), (3, 2)), "of": "str"})
    ]


class Falls(nn.Module):
    """Tries a layer, and goes on without it where that raises."""

    def __init__(self, then):
        super().__init__()
        self.tried, self.then = nn.Linear(9, 9), then

    def forward(self, x):
        try:
            return self.tried(x)
        except RuntimeError:
            return self.then(x) if self.then else x


def test_a_layer_whose_error_is_caught_is_no_part_of_the_others():
    model = nn.Sequential(Falls(nn.ReLU()), Falls(None), nn.Linear(3, 1))
    assert [at.name for at in trace_shapes(model, torch.rand(2, 3))] == ["0.then", "2"]
    with pytest.raises(RuntimeError) as caught:
        trace_shapes(nn.Sequential(Falls(None), nn.Linear(4, 1)), torch.rand(2, 3))
    assert caught.value.__notes__ == ["1 Linear: ((2, 3),) -> error"]


def test_lazy_layers_take_their_shape():
    model = nn.Sequential(nn.LazyConv1d(3, 1), nn.LazyBatchNorm1d())
    assert [at.output for at in trace_shapes(model, torch.rand(2, 4, 5))] == [(2, 3, 5)] * 2
    before = model[1].running_mean.clone()
    trace_shapes(model, torch.rand(2, 4, 5))
    assert torch.equal(model[1].running_mean, before)


def test_layers_that_share_weights_or_buffers():
    embedding, back = nn.Embedding(10, 4), nn.Linear(4, 10, bias=False)
    back.weight = embedding.weight
    norm = nn.BatchNorm1d(10)
    traced = trace_shapes(nn.Sequential(embedding, back, norm, nn.ReLU(), norm), torch.zeros(2, dtype=torch.long))
    assert [at.name for at in traced] == ["0", "1", "2", "3", "2"]
    assert norm.num_batches_tracked == 0


def test_a_parametrized_or_compiled_layer_is_one_layer():
    layer = nn.utils.parametrizations.weight_norm(nn.Linear(3, 2))
    assert trace_shapes(nn.Sequential(layer), torch.rand(4, 3)) == [
        LayerShapes("0", "ParametrizedLinear", ((4, 3),), (4, 2))
    ]
    compiled = torch.compile(nn.Sequential(nn.Linear(3, 2), nn.ReLU()), backend="eager")
    assert [(at.name, at.output) for at in trace_shapes(compiled, torch.rand(4, 3))] == [
        ("_orig_mod.0", (4, 2)),
        ("_orig_mod.1", (4, 2)),
    ]


def test_a_graph_from_before_can_still_go_backward():
    """A buffer that was written to would be an error there, even with the old values in it."""
    norm, x = nn.BatchNorm1d(3).eval(), torch.rand(4, 3, requires_grad=True)
    y = norm(x)
    trace_shapes(norm.train(), torch.rand(4, 3))
    y.sum().backward()
    assert x.grad is not None
