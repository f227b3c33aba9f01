"""Tracebacks as a reader might paste them, raised by code that is on no page."""

from __future__ import annotations

import contextlib
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

PASTED = [  # (part of the message that the index has, code of somebody else's that raises it)
    ("requires grad", "nn.Linear(7, 2)(torch.rand(5, 7)).numpy()"),
    ("BFloat16", "torch.rand(3, 4, dtype=torch.bfloat16).numpy()"),
    ("Sparse layout", "torch.eye(5).to_sparse().numpy()"),
    ("conjugate", "torch.rand(2, 2, dtype=torch.complex128).conj().numpy()"),
    ("device type tensor", "torch.empty(9, device='meta').numpy()"),
    ("copy out of meta", "nn.Linear(3, 3, device='meta').to('cpu')"),
    ("inplace operation", "w = torch.rand(4, requires_grad=True); s = w.sigmoid(); s *= 3; s.mean().backward()"),
    ("must have the same dtype", "nn.Linear(5, 1)(torch.rand(2, 5).half())"),
    ("bias type", "nn.Conv2d(3, 6, 5)(torch.rand(2, 3, 9, 9).double())"),
    ("RNN input dtype", "nn.GRU(3, 4)(torch.rand(2, 3).double())"),
    ("can't alias", "torch.asarray(np.zeros((2, 2), dtype=np.int32), dtype=torch.float64, copy=False)"),
    ("add_stub", "torch.zeros(3, dtype=torch.uint32) + 1"),
    ("could not infer output", "torch.arange(12).reshape(3, 4).mean(dim=0)"),
    ("stride in the given", "torch.from_numpy(np.zeros((4, 5, 3))[..., ::-1])"),
    ("byte order", "torch.from_numpy(np.arange(4, dtype='>i2'))"),
    ("np.ndarray of type", "torch.tensor(np.array(['cat', 'dog']))"),
    ("element byte size", "torch.from_numpy(np.zeros(4, dtype=[('a', 'u1'), ('b', 'f8')])['b'])"),
    ("view size", "torch.rand(2, 3, 4).transpose(0, 2).view(24)"),
    ("expected np.ndarray", "torch.from_numpy((1, 2))"),
    ("name 'Net'", "model = Net(10)"),
    ("before Module.__init__", "type('M', (nn.Module,), {'__init__': lambda s: setattr(s, 'fc', nn.Linear(1, 1))})()"),
    ("2D or 3D input", "nn.BatchNorm1d(3)(torch.rand(2, 3, 4, 5))"),
    ("expected 4D input", "nn.BatchNorm2d(3)(torch.rand(3, 4, 5, 6, 7))"),
    ("number of channels in input", "nn.GroupNorm(3, 6)(torch.rand(2, 9))"),
    ("channels instead", "nn.Conv2d(3, 8, 3)(torch.rand(16, 1, 28, 28))"),
    ("more than 1 value per channel", "nn.BatchNorm1d(64)(torch.rand(1, 64))"),
    ("Unexpected key", "nn.Linear(1, 1).load_state_dict({'weight': torch.ones(1, 1), 'bias': torch.ones(1), 'x': 1})"),
    ("copying a param", "nn.Linear(2, 3).load_state_dict(nn.Linear(2, 5).state_dict())"),
    ("full rank", "torch.linalg.lstsq(torch.eye(6)[:, :2] * torch.tensor([1, 0]), torch.rand(6, 1), driver='gels')"),
    ("singular", "torch.linalg.solve(torch.ones(4, 4), torch.rand(4))"),
    ("required \"forward\"", "nn.ModuleList([nn.ReLU()])(torch.rand(3))"),
    ("empty parameter list", "torch.optim.AdamW(nn.ReLU().parameters())"),
    ("cannot be multiplied", "nn.Linear(784, 10)(torch.rand(64, 28))"),
    ("must be Tensor, not tuple", "nn.Sequential(nn.LSTM(3, 4), nn.Linear(4, 1))(torch.rand(5, 3))"),
    ("Sequential.forward", "nn.Sequential(nn.Identity())(torch.rand(1), torch.rand(1))"),
    ("Missing key", "nn.Linear(1, 1).load_state_dict({})"),
    ("loading state_dict for Sequential", "nn.Sequential(nn.Linear(1, 1)).load_state_dict({'fc.weight': torch.ones(1, 1)})"),
    ("complex dtype can require", "torch.tensor([[3], [4]], dtype=torch.uint8, requires_grad=True)"),
    ("non-leaf", "torch.optim.Adam([torch.rand(3, requires_grad=True).double()])"),
    ("second time", "w = torch.rand(3, requires_grad=True); s = (w * w).sum(); s.backward(); s.backward()"),
    ("scalar outputs", "torch.rand(8, 2, requires_grad=True).exp().backward()"),
    ("attribute 'no'", "with torch.no.grad(): pass"),
    ("Inference tensors", "with torch.inference_mode(): f = torch.rand(3)\n(f * torch.rand(3, requires_grad=True)).sum()"),
    ("leaf Variable", "torch.nn.Parameter(torch.rand(2)).add_(1)"),
    ("does not have a grad_fn", "nn.functional.mse_loss(torch.rand(3), torch.rand(3)).backward()"),
    ("not have been used", "a, b = torch.rand(2, 1, requires_grad=True)\ntorch.autograd.grad(a.sum(), torch.rand(1, requires_grad=True))"),
    ("one element", "import torch.utils.tensorboard as t\nt.SummaryWriter('r').add_scalar('a', torch.rand(5), 3)"),
    ("'norm'", "nn.Linear(2, 2).weight.grad.norm(2)"),
    ("Jacobian mismatch", "torch.autograd.gradcheck(lambda w: w.detach() * w, (torch.rand(3).double().requires_grad_(),))"),
    ("double precision", "torch.autograd.gradcheck(torch.sin, (torch.rand(3).requires_grad_(),))"),
    ("incorrect number of gradients", f"{FUNCTION}    def backward(ctx, g): return g, g, g\nF.apply(torch.rand(2, requires_grad=True)).sum().backward()"),
    ("vmap support", f"{FUNCTION}    def backward(ctx, g): return g\ntorch.vmap(F.apply)(torch.rand(4, 2))"),
    ("once_differentiable", f"{FUNCTION}    @torch.autograd.function.once_differentiable\n    def backward(ctx, g): return g\nw = torch.rand(2, requires_grad=True)\n(h,) = torch.autograd.grad(F.apply(w).pow(2).sum(), w, create_graph=True)\nh.sum().backward()"),
    ("not writable", "torch.from_numpy(np.frombuffer(b'12345678', dtype=np.int8)) + 0"),
    ("extremely slow", "torch.tensor([np.zeros(5), np.ones(5)])"),
    ("ResNet50", "model = ResNet50(num_classes=10)"),
    ("not on the expected device", "nn.Linear(3, 3, device='meta')(torch.rand(7, 3))"),
    ("Unsupported global", "torch.save(nn.Conv2d(1, 1, 1), 'm.pt')\ntorch.load('m.pt')"),
    ("'DataParallel' object", "nn.DataParallel(nn.Linear(2, 2)).weight"),
    ("name 'os'", "os.environ['CUDA_DEVICE_ORDER'] = 'PCI_BUS_ID'"),
    ("str expected", "import os\nos.environ['CUDA_VISIBLE_DEVICES'] = 0"),
    ("more than one parameter group", "m = nn.Linear(3, 3)\ntorch.optim.Adam([{'params': m.weight}, {'params': m.parameters()}])"),
    ("before `optimizer.step()`", "o = torch.optim.Adam([torch.rand(3, requires_grad=True)])\ns = torch.optim.lr_scheduler.StepLR(o, 9)\ns.step()\no.step()"),
    ("'metrics'", f"{OPTIMIZER}torch.optim.lr_scheduler.ReduceLROnPlateau(o, patience=7).step()"),
    ("initial_lr", f"{OPTIMIZER}torch.optim.lr_scheduler.ExponentialLR(o, 0.5, last_epoch=31)"),
    ("total steps", f"{OPTIMIZER}s = torch.optim.lr_scheduler.OneCycleLR(o, 0.1, total_steps=2)\no.step()\nfor _ in range(9): s.step()"),
    ("'verbose'", f"{OPTIMIZER}torch.optim.lr_scheduler.CosineAnnealingLR(o, 10, verbose=True)"),
    ("get_last_lr()", f"{OPTIMIZER}torch.optim.lr_scheduler.ExponentialLR(o, 0.5).get_lr()"),
    ("epoch parameter", f"{OPTIMIZER}s = torch.optim.lr_scheduler.ExponentialLR(o, 0.5)\no.step()\ns.step(17)"),
    ("size of optimizer's group", f"{OPTIMIZER}torch.optim.SGD(nn.Linear(2, 2).parameters()).load_state_dict(o.state_dict())"),
    ("cannot be clipped", "w = nn.Parameter(torch.rand(3)); w.grad = w.detach() / 0\nnn.utils.clip_grad_norm_([w], 5.0, error_if_nonfinite=True)"),
    ("'closure'", "torch.optim.LBFGS(nn.Linear(2, 2).parameters(), lr=0.5).step()"),
    ("iterable of Tensors or dicts", "torch.optim.AdamW(torch.rand(3, requires_grad=True))"),
    ("'Linear' object is not iterable", "torch.optim.RMSprop(nn.Linear(2, 2))"),
    ("can only optimize Tensors", "torch.optim.SGD(dict(nn.Linear(2, 2).named_parameters()))"),
    ("not a leaf Tensor", "(torch.rand(3, requires_grad=True) * 2).grad"),
    ("default_collate", "from torch.utils.data import DataLoader\nnext(iter(DataLoader([object()] * 9, batch_size=3)))"),
    ("`ToTensor()` is deprecated", "import torchvision.transforms.v2 as t\nt.ToTensor()"),
    ("broadcast shape", "torch.zeros(1, 28, 28).sub_(torch.rand(3, 1, 1))"),
    ("non-singleton dimension", "torch.rand(4, 5) + torch.rand(4, 6)"),
    ("should be Tensor Image", "import torchvision.transforms as t\nt.Normalize([0.1], [0.2])('a.png')"),
    ("should be a float tensor", "import torchvision.transforms as t\nt.Normalize([0.1], [0.2])(torch.zeros(1, 9, 9, dtype=torch.int64))"),
    ("equal size", "from torch.utils.data import DataLoader\nnext(iter(DataLoader([torch.rand(5), torch.rand(6)], batch_size=2)))"),
    ("pic should be", "import torchvision.transforms as t\nt.ToTensor()(torch.rand(1, 9, 9))"),
    ("does not support PIL", "from PIL import Image\nimport torchvision.transforms.v2 as t\nt.Normalize([0.1], [0.2])(Image.new('L', (4, 4)))"),
    ("for image data", "from matplotlib.figure import Figure\nFigure().subplots().imshow(np.zeros((1, 28, 28)))"),
    ("'zero_'", "nn.Linear(2, 2).bias.grad.zero_()"),
    ("invalid gradient at index", f"{FUNCTION}    def backward(ctx, g): return g[:1]\nF.apply(torch.rand(2, requires_grad=True)).sum().backward()"),
    ("storage", "torch.vmap(lambda v: torch.from_numpy(v.numpy()))(torch.rand(4, 2))"),
    ("setup_context", "class F(torch.autograd.Function):\n    @staticmethod\n    def forward(ctx, x): return x\ntorch.vmap(F.apply)(torch.rand(3))"),
    ("expected scalar type", "nn.functional.conv1d(torch.rand(1, 1, 9).double(), torch.rand(1, 1, 3))"),
    ("Found dtype", "nn.BCELoss()(torch.rand(7, requires_grad=True), torch.ones(7).half())"),
    ("Long or Byte", "nn.NLLLoss()(torch.rand(9, 4), torch.zeros(9, dtype=torch.int16))"),
    ("different number of parameter groups", f"{OPTIMIZER}s = o.state_dict()\ns['param_groups'] *= 2\no.load_state_dict(s)"),
    ("'SGD' object", "optim = torch.optim.SGD(nn.Linear(1, 1).parameters())\noptim.Adam([])"),
]  # fmt: skip

LITERAL = [  # as other machines and older versions print them
    ("no NVIDIA driver", """  File "/opt/app/run.py", line 9, in <module>
    model.cuda()
RuntimeError: Found no NVIDIA driver on your system. Please check that you have an NVIDIA GPU and installed a driver"""),
    ("not compiled with CUDA", """  File "C:\\work\\torch\\cuda\\__init__.py", line 310, in _lazy_init
AssertionError: Torch not compiled with CUDA enabled"""),
    ("inplace operation", """RuntimeError: one of the variables needed for gradient computation has been modified by an inplace
operation: [torch.cuda.HalfTensor [8, 512]], which is output 0 of ReluBackward0, is at version 1; expected version 0"""),
    ("cannot be multiplied", "RuntimeError: mat1 and mat2 shapes cannot be multiplied (32x512 and 256x10)"),
    ("RANK expected", """ValueError: Error initializing torch.distributed using env:// rendezvous: environment variable
RANK expected, but not set"""),
    ("deserialize object", """RuntimeError: Attempting to deserialize object on a CUDA device but torch.cuda.is_available() is False.
If you are running on a CPU-only machine, please use torch.load with map_location=torch.device('cpu')"""),
    ("finished reduction", """RuntimeError: Expected to have finished reduction in the prior iteration before starting a new one. This error
indicates that your module has parameters that were not used in producing loss."""),
    ("device type tensor", """TypeError: can't convert cuda:3 device type tensor to numpy. Use Tensor.cpu() to copy the tensor to host
memory first."""),
    ("expected scalar type", "RuntimeError: expected scalar type Long but found Int"),
    ("could not bind", "ERROR: TensorBoard could not bind to port 8080, it was already in use"),
    ("copying a param", """RuntimeError: Error(s) in loading state_dict for Net:
        size mismatch for fc.weight: copying a param with shape torch.Size([1000, 512]) from checkpoint, the shape in
        current model is torch.Size([10, 512])."""),
]  # fmt: skip

STRANGERS = [
    "{}['missing']",
    "1 / 0",
    "open('no/such/file')",
    "import no_such_module",
    "torch.rand(3).reshape(2, 2)",
    "torch.cat([torch.rand(2, 3), torch.rand(3, 2)])",
    "[].norm()",
    "None.shape",
    "torch.nn.Linear('a', 2)",
    "torch.zeros(3)[5]",
    "nn.functional.relu_backward",
    "int('tensor')",
    "raise MemoryError('CUDA')",
    "(lambda a, b: a)(1, 2, 3)",
]


def traceback_of(code: str, folder: Path) -> str:
    """Return the traceback that code leaves, run in a folder."""
    torch.set_warn_always(True)  # some warnings come once a process, and this may not be the first time
    names = {"torch": torch, "nn": nn, "np": np}
    try:
        with contextlib.chdir(folder):
            exec(compile(code, "/home/reader/project/train.py", "exec"), names)
    except Exception:
        return traceback.format_exc()
    finally:
        torch.set_warn_always(False)
    raise AssertionError(f"this raises nothing: {code}")
