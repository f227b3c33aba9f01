"""Tracebacks as a reader might paste them, raised by code that is on no page."""

from __future__ import annotations

import contextlib
import linecache
import traceback
from pathlib import Path

import numpy as np
import torch
from torch import nn

FUNCTION = """class F(torch.autograd.Function):
    @staticmethod
    def forward(x): return x.clone()
    @staticmethod
    def setup_context(ctx, inputs, output): pass
    @staticmethod
"""
OPTIMIZER = "o = torch.optim.SGD([torch.rand(3, requires_grad=True)])\n"

PASTED = [  # (the entry that answers it, code of somebody else's that raises it)
    ("numpy_requires_grad", "nn.Linear(7, 2)(torch.rand(5, 7)).numpy()"),
    ("bfloat16_numpy", "torch.rand(3, 4, dtype=torch.bfloat16).numpy()"),
    ("sparse_numpy", "torch.eye(5).to_sparse().numpy()"),
    ("conj_numpy", "torch.rand(2, 2, dtype=torch.complex128).conj().numpy()"),
    ("numpy_of_cuda", "torch.empty(9, device='meta').numpy()"),
    ("meta_module", "nn.Linear(3, 3, device='meta').to('cpu')"),
    ("inplace", "w = torch.rand(4, requires_grad=True); s = w.sigmoid(); s *= 3; s.mean().backward()"),
    ("matmul_half", "nn.Linear(5, 1)(torch.rand(2, 5).half())"),
    ("conv_double", "nn.Conv2d(3, 6, 5)(torch.rand(2, 3, 9, 9).double())"),
    ("rnn_dtype", "nn.GRU(3, 4)(torch.rand(2, 3).double())"),
    ("copy_false", "torch.asarray(np.zeros((2, 2), dtype=np.int32), dtype=torch.float64, copy=False)"),
    ("unsigned_not_implemented", "torch.zeros(3, dtype=torch.uint32) + 1"),
    ("mean_dtype", "torch.arange(12).reshape(3, 4).mean(dim=0)"),
    ("negative_stride", "torch.from_numpy(np.zeros((4, 5, 3))[..., ::-1])"),
    ("byte_order", "torch.from_numpy(np.arange(4, dtype='>i2'))"),
    ("object_array", "torch.tensor(np.array(['cat', 'dog']))"),
    ("strides_element", "torch.from_numpy(np.zeros(4, dtype=[('a', 'u1'), ('b', 'f8')])['b'])"),
    ("view_stride", "torch.rand(2, 3, 4).transpose(0, 2).view(24)"),
    ("expected_ndarray", "torch.from_numpy((1, 2))"),
    ("net_name", "model = Net(10)"),
    ("super_init", "type('M', (nn.Module,), {'__init__': lambda s: setattr(s, 'fc', nn.Linear(1, 1))})()"),
    ("batch_norm_other", "nn.BatchNorm1d(3)(torch.rand(2, 3, 4, 5))"),
    ("batch_norm_other", "nn.BatchNorm2d(3)(torch.rand(3, 4, 5, 6, 7))"),
    ("group_norm", "nn.GroupNorm(3, 6)(torch.rand(2, 9))"),
    ("conv_channels", "nn.Conv2d(3, 8, 3)(torch.rand(16, 1, 28, 28))"),
    ("one_value", "nn.BatchNorm1d(64)(torch.rand(1, 64))"),
    ("unexpected_keys", "nn.Linear(1, 1).load_state_dict({'weight': torch.ones(1, 1), 'bias': torch.ones(1), 'x': 1})"),
    ("size_mismatch", "nn.Linear(2, 3).load_state_dict(nn.Linear(2, 5).state_dict())"),
    ("lstsq_rank", "torch.linalg.lstsq(torch.eye(6)[:, :2] * torch.tensor([1, 0]), torch.rand(6, 1), driver='gels')"),
    ("solve_singular", "torch.linalg.solve(torch.ones(4, 4), torch.rand(4))"),
    ("forward_missing", "nn.ModuleList([nn.ReLU()])(torch.rand(3))"),
    ("empty_parameters", "torch.optim.AdamW(nn.ReLU().parameters())"),
    ("matmul_shape", "nn.Linear(784, 10)(torch.rand(64, 28))"),
    ("argument_type", "nn.Sequential(nn.LSTM(3, 4), nn.Linear(4, 1))(torch.rand(5, 3))"),
    ("sequential_args", "nn.Sequential(nn.Identity())(torch.rand(1), torch.rand(1))"),
    ("missing_keys", "nn.Linear(1, 1).load_state_dict({})"),
    ("missing_keys", "nn.Sequential(nn.Linear(1, 1)).load_state_dict({'fc.weight': torch.ones(1, 1)})"),
    ("float_only_grad", "torch.tensor([[3], [4]], dtype=torch.uint8, requires_grad=True)"),
    ("non_leaf_optimize", "torch.optim.Adam([torch.rand(3, requires_grad=True).double()])"),
    ("second_backward", "w = torch.rand(3, requires_grad=True); s = (w * w).sum(); s.backward(); s.backward()"),
    ("scalar_outputs", "torch.rand(8, 2, requires_grad=True).exp().backward()"),
    ("torch_no", "with torch.no.grad(): pass"),
    ("inference_tensors", "with torch.inference_mode(): f = torch.rand(3)\n(f * torch.rand(3, requires_grad=True)).sum()"),
    ("leaf_inplace", "torch.nn.Parameter(torch.rand(2)).add_(1)"),
    ("no_grad_fn", "nn.functional.mse_loss(torch.rand(3), torch.rand(3)).backward()"),
    ("unused_in_graph", "a, b = torch.rand(2, 1, requires_grad=True)\ntorch.autograd.grad(a.sum(), torch.rand(1, requires_grad=True))"),
    ("one_element", "import torch.utils.tensorboard as t\nt.SummaryWriter('r').add_scalar('a', torch.rand(5), 3)"),
    ("grad_none_read", "nn.Linear(2, 2).weight.grad.norm(2)"),
    ("jacobian", "torch.autograd.gradcheck(lambda w: w.detach() * w, (torch.rand(3).double().requires_grad_(),))"),
    ("gradcheck_double", "torch.autograd.gradcheck(torch.sin, (torch.rand(3).requires_grad_(),))"),
    ("gradients_count", f"{FUNCTION}    def backward(ctx, g): return g, g, g\nF.apply(torch.rand(2, requires_grad=True)).sum().backward()"),
    ("vmap_support", f"{FUNCTION}    def backward(ctx, g): return g\ntorch.vmap(F.apply)(torch.rand(4, 2))"),
    ("once_differentiable", f"{FUNCTION}    @torch.autograd.function.once_differentiable\n    def backward(ctx, g): return g\nw = torch.rand(2, requires_grad=True)\n(h,) = torch.autograd.grad(F.apply(w).pow(2).sum(), w, create_graph=True)\nh.sum().backward()"),
    ("not_writable", "torch.from_numpy(np.frombuffer(b'12345678', dtype=np.int8)) + 0"),
    ("list_slow", "torch.tensor([np.zeros(5), np.ones(5)])"),
    ("resnet_name", "model = ResNet50(num_classes=10).cuda()"),
    ("not_expected_device", "nn.Linear(3, 3, device='meta')(torch.rand(7, 3))"),
    ("weights_only", "torch.save(nn.Conv2d(1, 1, 1), 'm.pt')\ntorch.load('m.pt')"),
    ("dataparallel_attribute", "nn.DataParallel(nn.Linear(2, 2)).weight"),
    ("os_name", "os.environ['CUDA_DEVICE_ORDER'] = 'PCI_BUS_ID'"),
    ("str_expected", "import os\nos.environ['CUDA_VISIBLE_DEVICES'] = 0"),
    ("twice_in_groups", "m = nn.Linear(3, 3)\ntorch.optim.Adam([{'params': m.weight}, {'params': m.parameters()}])"),
    ("scheduler_order", "o = torch.optim.Adam([torch.rand(3, requires_grad=True)])\ns = torch.optim.lr_scheduler.StepLR(o, 9)\ns.step()\no.step()"),
    ("plateau_metric", f"{OPTIMIZER}torch.optim.lr_scheduler.ReduceLROnPlateau(o, patience=7).step()"),
    ("initial_lr", f"{OPTIMIZER}torch.optim.lr_scheduler.ExponentialLR(o, 0.5, last_epoch=31)"),
    ("total_steps", f"{OPTIMIZER}s = torch.optim.lr_scheduler.OneCycleLR(o, 0.1, total_steps=2)\no.step()\nfor _ in range(9): s.step()"),
    ("scheduler_verbose", f"{OPTIMIZER}torch.optim.lr_scheduler.CosineAnnealingLR(o, 10, verbose=True)"),
    ("last_lr", f"{OPTIMIZER}torch.optim.lr_scheduler.ExponentialLR(o, 0.5).get_lr()"),
    ("epoch_parameter", f"{OPTIMIZER}s = torch.optim.lr_scheduler.ExponentialLR(o, 0.5)\no.step()\ns.step(17)"),
    ("group_size", f"{OPTIMIZER}torch.optim.SGD(nn.Linear(2, 2).parameters()).load_state_dict(o.state_dict())"),
    ("non_finite_clip", "w = nn.Parameter(torch.rand(3)); w.grad = w.detach() / 0\nnn.utils.clip_grad_norm_([w], 5.0, error_if_nonfinite=True)"),
    ("lbfgs_closure", "torch.optim.LBFGS(nn.Linear(2, 2).parameters(), lr=0.5).step()"),
    ("params_iterable", "torch.optim.AdamW(torch.rand(3, requires_grad=True))"),
    ("module_call", "torch.optim.RMSprop(nn.Linear(2, 2))"),
    ("only_tensors", "torch.optim.SGD(dict(nn.Linear(2, 2).named_parameters()))"),
    ("non_leaf_grad", "(torch.rand(3, requires_grad=True) * 2).grad"),
    ("collate_type", "from torch.utils.data import DataLoader\nnext(iter(DataLoader([object()] * 9, batch_size=3)))"),
    ("totensor_deprecated", "import torchvision.transforms.v2 as t\nt.ToTensor()"),
    ("broadcast_inplace", "torch.zeros(1, 28, 28).sub_(torch.rand(3, 1, 1))"),
    ("broadcast", "torch.rand(4, 5) + torch.rand(4, 6)"),
    ("tensor_image", "import torchvision.transforms as t\nt.Normalize([0.1], [0.2])('a.png')"),
    ("float_tensor", "import torchvision.transforms as t\nt.Normalize([0.1], [0.2])(torch.zeros(1, 9, 9, dtype=torch.int64))"),
    ("stack_sizes", "from torch.utils.data import DataLoader\nnext(iter(DataLoader([torch.rand(5), torch.rand(6)], batch_size=2)))"),
    ("pic_type", "import torchvision.transforms as t\nt.ToTensor()(torch.rand(1, 9, 9))"),
    ("normalize_pil", "from PIL import Image\nimport torchvision.transforms.v2 as t\nt.Normalize([0.1], [0.2])(Image.new('L', (4, 4)))"),
    ("image_shape", "from matplotlib.figure import Figure\nFigure().subplots().imshow(torch.zeros(1, 28, 28).numpy())"),
    ("grad_none", "nn.Linear(2, 2).bias.grad.zero_()"),
    ("gradient_invalid", f"{FUNCTION}    def backward(ctx, g): return g[:1]\nF.apply(torch.rand(2, requires_grad=True)).sum().backward()"),
    ("no_storage", "torch.vmap(lambda v: torch.from_numpy(v.numpy()))(torch.rand(4, 2))"),
    ("setup_context", "class F(torch.autograd.Function):\n    @staticmethod\n    def forward(ctx, x): return x\ntorch.vmap(F.apply)(torch.rand(3))"),
    ("scalar_type_double", "nn.functional.conv1d(torch.rand(1, 1, 9).double(), torch.rand(1, 1, 3))"),
    ("scalar_type_half", "nn.BCELoss()(torch.rand(7, requires_grad=True), torch.ones(7).half())"),
    ("nll_dtype", "nn.NLLLoss()(torch.rand(9, 4), torch.zeros(9, dtype=torch.int16))"),
    ("group_number", f"{OPTIMIZER}s = o.state_dict()\ns['param_groups'] *= 2\no.load_state_dict(s)"),
    ("optim_shadowed", "optim = torch.optim.SGD(nn.Linear(1, 1).parameters())\noptim.Adam([])"),
]  # fmt: skip

LITERAL = [  # as other machines and older versions print them
    ("no_driver", """  File "/opt/app/run.py", line 9, in <module>
    model.cuda()
RuntimeError: Found no NVIDIA driver on your system. Please check that you have an NVIDIA GPU and installed a driver"""),
    ("cpu_build", """  File "C:\\work\\torch\\cuda\\__init__.py", line 310, in _lazy_init
AssertionError: Torch not compiled with CUDA enabled"""),
    ("inplace", """RuntimeError: one of the variables needed for gradient computation has been modified by an inplace
operation: [torch.cuda.HalfTensor [8, 512]], which is output 0 of ReluBackward0, is at version 1; expected version 0"""),
    ("matmul_shape", "RuntimeError: mat1 and mat2 shapes cannot be multiplied (32x512 and 256x10)"),
    ("launch_variable", """ValueError: Error initializing torch.distributed using env:// rendezvous: environment variable
RANK expected, but not set"""),
    ("deserialize_cpu", """RuntimeError: Attempting to deserialize object on a CUDA device but torch.cuda.is_available() is False.
If you are running on a CPU-only machine, please use torch.load with map_location=torch.device('cpu')"""),
    ("unused_parameters", """RuntimeError: Expected to have finished reduction in the prior iteration before starting a new one. This error
indicates that your module has parameters that were not used in producing loss."""),
    ("numpy_of_cuda", """TypeError: can't convert cuda:3 device type tensor to numpy. Use Tensor.cpu() to copy the tensor to host
memory first."""),
    ("scalar_type_long", "RuntimeError: expected scalar type Long but found Int"),
    ("port_named", "ERROR: TensorBoard could not bind to port 8080, it was already in use"),
    ("size_mismatch", """RuntimeError: Error(s) in loading state_dict for Net:
        size mismatch for fc.weight: copying a param with shape torch.Size([1000, 512]) from checkpoint, the shape in
        current model is torch.Size([10, 512])."""),
]  # fmt: skip


def traceback_of(code: str, folder: Path) -> str:
    """Return the traceback that code leaves, run in a folder."""
    torch.set_warn_always(True)  # some warnings come once a process, and this may not be the first time
    file = "/home/reader/project/train.py"
    linecache.cache[file] = (len(code), None, code.splitlines(keepends=True), file)  # a traceback shows the source
    names = {"torch": torch, "nn": nn, "np": np}
    try:
        with contextlib.chdir(folder):
            exec(compile(code, file, "exec"), names)
    except Exception:
        return traceback.format_exc()
    finally:
        torch.set_warn_always(False)
    raise AssertionError(f"this raises nothing: {code}")
