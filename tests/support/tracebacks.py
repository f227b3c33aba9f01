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
    ("load_key", "with open('m.pt', 'w') as f: f.write('version https://git-lfs.github.com/spec/v1')\ntorch.load('m.pt')"),
    ("load_key", "with open('m.pt', 'w') as f: f.write('<!DOCTYPE html>')\ntorch.load('m.pt')"),
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
    ("module_call", "model = nn.Linear(2, 1),\nmodel(torch.rand(3, 2))"),
    ("module_call", "w = torch.rand(3, 2)\nw.size[0]"),
    ("module_call", "total = 0.0\ntotal += torch.rand(3).sum().item"),
    ("operand_none", "[1, 2, 3] - torch.rand(3)"),
    ("class_called", "torch.optim.Adam(nn.Linear.parameters())"),
    ("class_called", "nn.Linear.load_state_dict({})"),
    ("values_to_unpack", "b, c, h, w = torch.rand(3, 32, 32).shape"),
    ("values_to_unpack", "from torch.utils.data import DataLoader\nfor images, labels in DataLoader([1, 2, 3]): pass"),
    ("dropout_probability", "nn.Conv2d(in_channel=3, out_channels=8, kernel_size=3)"),
    ("dropout_probability", "nn.Linear(64)"),
    ("mask_dtype", "torch.rand(4).masked_fill(torch.ones(4).byte(), 0.0)"),
    ("mask_dtype", "w = torch.rand(4)\nw[w > 0.5 & w]"),
    ("mask_dtype", "(torch.rand(3) > 0).__iand__(torch.ones(3).byte())"),
    ("shared_elements", "torch.zeros(5, 1).expand(5, 4).mul_(2)"),
    ("shared_elements", "w = torch.arange(9.0)\nw[2:] += w[:-2]"),
    ("lazy_parameter", "sum(p.numel() for p in nn.LazyConv2d(8, 3).parameters())"),
    ("lstsq_sizes", "torch.linalg.lstsq(torch.rand(9, 2), torch.rand(8))"),
    ("scalar_type_double", "torch.dot(torch.rand(3), torch.rand(3).double())"),
    ("scalar_type_double", "w = torch.zeros(4)\nw[torch.tensor([0])] = torch.ones(1).double()"),
    ("scalar_type_half", "w = torch.zeros(4).half()\nw[torch.tensor([0])] = torch.ones(1)"),
    ("half_on_cpu", "torch.linalg.inv(torch.eye(2).half())"),
    ("empty_reduce", "torch.rand(3, 0).max(dim=1)"),
    ("empty_reduce", "torch.rand(0).min()"),
    ("view_size", "torch.rand(2, 21).unflatten(1, (4, 5))"),
    ("index_dim", "torch.rand(3).topk(5)"),
    ("index_dim", "torch.rand(6).narrow(0, 5, 3)"),
    ("iterator_next", "from torch.utils.data import DataLoader\nnext(DataLoader([1, 2]))"),
    ("attention_mask", "nn.MultiheadAttention(4, 1)(*[torch.rand(2, 4)] * 3, attn_mask=torch.ones(2, 2).long())"),
    ("matmul_float8", "torch.rand(2, 2).to(torch.float8_e4m3fn) + 1"),
    ("batch_size_value", "torch.utils.data.DataLoader([1, 2], batch_size=0.5)"),
    ("step_of_other", "optimizer = torch.optim.Adam(nn.Linear(2, 2).parameters()),\noptimizer.zero_grad()"),
    ("tuple_input", "nn.GRU(3, 4)(torch.rand(2, 3)).softmax(-1)"),
    ("none_attribute", "nn.Conv2d(1, 1, 1, bias=False).bias.data.fill_(0)"),
    ("index_dim", "nn.Sequential(nn.ReLU())[7]"),
    ("state_missing", f"{OPTIMIZER}s = torch.optim.Adam([torch.rand(3, requires_grad=True)]).state_dict()\nw = nn.Parameter(torch.rand(3))\nw.grad = w.detach()\na = torch.optim.SGD([w], momentum=0.9)\na.step()\ns['state'] = a.state_dict()['state']\ntorch.optim.Adam([w]).load_state_dict(s)"),
    ("argument_type", "import torchvision\ntorch.ops.torchvision.nms('boxes', torch.rand(3), 0.5)"),
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

PUBLIC = [  # of many versions, out of launchers and logs; written down before the index was matched to them
    ("fsdp_dtype", "ValueError: Must flatten tensors with uniform requires_grad when use_orig_params=False"),
    ("fsdp_dtype", "    raise ValueError(\nValueError: `FlatParameter` requires uniform `requires_grad`"),
    ('illegal_access', 'DAGMM: cuda runtime error (77) : an illegal memory access was encountered at /pytorch/aten/src/THC/generic/THCTensorCopy.c:20'),
    ('illegal_access', "06/26 18:54:31 [ERROR] trainer - <class 'RuntimeError'> at trainer.py:101 - CUDA error: an illegal memory access was encountered\nCUDA kernel errors might be asynchronously reported at some other API call,so the stacktrace below might be incorrect.\nFor debugging consider passing CUDA_LAUNCH_BLOCKING=1."),
    ('illegal_access', '  File "C:\\sd_webui_aki\\sd-webui-aki-v4.4\\python\\lib\\site-packages\\torch\\nn\\modules\\module.py", line 905, in <lambda>\n    return self._apply(lambda t: t.cuda(device))\nRuntimeError: CUDA error: an illegal memory access was encountered\n提示：Python 运行时抛出了一个异常。请检查疑难解答页面。\nCUDA kernel errors might be asynchronously reported at some other API call, so the stacktrace below might be incorrect.'),
    ('undefined_symbol', '  File "/home/me/pytorch-env/lib/python2.7/site-packages/torch/__init__.py", line 53, in <module>\n    from torch._C import *`\n`ImportError: /home/me/pytorch-env/lib/python2.7/site-packages/torch/_C.so: undefined symbol: _ZN4thpp10THCSTensorIlEC1EP8THCStateP14THCSLongTensor`'),
    ('library_dll', 'Error at import torch - ImportError: DLL load failed: O sistema operacional não pode executar %1.'),
    ('undefined_symbol', '    from torch._C import *\nImportError: /home/me/anaconda2/lib/python2.7/site-packages/torch/lib/libTH.so.1: undefined symbol: GOMP_parallel'),
    ('library_dll', 'File "C:\\Users\\me\\AppData\\Local\\Programs\\Python\\Python36\\lib\\site-packages\\torch_init_.py", line 78, in \nfrom torch._C import *\nImportError: DLL load failed: The specified module could not be found.'),
    ('library_dll', '  File "E:\\Games\\Python\\lib\\site-packages\\torch\\__init__.py", line 81, in <module>\n    from torch._C import *\nImportError: DLL load failed: Операционная система не может запустить %1.'),
    ('undefined_symbol', '> ImportError: /home/me/anaconda2/lib/python2.7/site-packages/torch/lib/libATen.so.1: undefined symbol: THNN_CudaClassNLLCriterion_updateOutput'),
    ('undefined_symbol', 'ImportError: dlopen(/usr/local/lib/python3.6/site-packages/torch/_C.cpython-36m-darwin.so, 10): Symbol not found: _PySlice_AdjustIndices\n  Referenced from: /usr/local/lib/python3.6/site-packages/torch/_C.cpython-36m-darwin.so\n  Expected in: flat namespace'),
    ('undefined_symbol', '> ImportError: dlopen(/Users/me/Study/tools/anaconda2/lib/python2.7/site-packages/torch/_C.so, 10): Symbol not found: __ZNSs4_Rep20_S_empty_rep_storageE\n>   Referenced from: /Users/me/Study/tools/anaconda2/lib/python2.7/site-packages/torch/_C.so'),
    ('worker_killed', '  File "/home/me/anaconda3/envs/py38/lib/python3.8/site-packages/torch/utils/data/_utils/signal_handling.py", line 66, in handler\n    _error_if_any_worker_fails()\nRuntimeError: DataLoader worker (pid 1817) is killed by signal: Killed. \n\nThe above exception was the direct cause of the following exception:\n\nTraceback (most recent call last):\n  File "train_meta.py", line 131, in <module>\n    val_loader=[x for x in val_loader]'),
    ('worker_segfault', 'ERROR: Unexpected segmentation fault encountered in worker.\n\nTraceback (most recent call last):\n\n  File "/anaconda3/envs/pytorch_new/lib/python3.7/site-packages/torch/utils/data/dataloader.py", line 442, in _try_get_batch\n\n    data = self.data_queue.get(timeout=timeout)'),
    ('illegal_instruction', 'RuntimeError: DataLoader worker (pid 6645) is killed by signal: Illegal instruction.'),
    ('size_mismatch', 'RuntimeError: Error(s) in loading state_dict for TSP_net:\n\tsize mismatch for encoder.norm1_layers.1.weight: copying a param with shape torch.Size([]) from checkpoint, the shape in current model is torch.Size([128]).'),
    ('size_mismatch', 'RuntimeError: Error(s) in loading state_dict for hierarchical_transformer:\n\tsize mismatch for block_level.position_enc.weight: copying a param of torch.Size([51, 30]) from checkpoint, where the shape is torch.Size([18290, 30]) in current model.'),
    ('weights_only_warning', 'FutureWarning: You are using `torch.load` with `weights_only=False` (the current default value), which uses the default pickle module implicitly. It is possible to construct malicious pickle data which will execute arbitrary code during unpickling\n  checkpoint = torch.load(checkpoint_path, map_location=device)["state_dict"]'),
    ('watchdog', '[rank0]:[E624 09:29:06.968323585 ProcessGroupNCCL.cpp:616] [Rank 0] Watchdog caught collective operation timeout: WorkNCCL(SeqNum=54, OpType=ALLREDUCE, NumelIn=6572160, NumelOut=6572160, Timeout(ms)=600000) ran for 600011 milliseconds before timing out.'),
    ('watchdog', '  what():    what():    what():  [PG ID 0 PG GUID 0(default_pg) Rank 2] Process group watchdog thread terminated with exception: [Rank 2]\n Watchdog caught collective operation timeout: WorkNCCL(SeqNum=4, OpType=BROADCAST, NumelIn=112, NumelOut=112, Timeout(ms)=1800000) ran f\nor 1800010 milliseconds before timing out.'),
    ('watchdog', '[rank1]:[E ProcessGroupNCCL.cpp:537] Some NCCL operations have failed or timed out. Due to the asynchronous nature of CUDA kernels, subsequent GPU operations might run on corrupted/incomplete data.\n[rank1]:[E ProcessGroupNCCL.cpp:543] To avoid data inconsistency, we are taking the entire process down.'),
    ('store_timeout', "RuntimeError: [1] is setting up NCCL communicator and retreiving ncclUniqueId from [0] via c10d key-value store by key '0', but store->get('0') got error: Timeout waiting for key: default_pg/0/0 after"),
    ('triton_missing', "torch._dynamo.exc.BackendCompilerFailed: backend='inductor' raised: RuntimeError: Cannot find a working triton installation. More information on installing Triton can be found at https://github.com/op"),
    ('triton_old_gpu', 'torch._dynamo.exc.BackendCompilerFailed: backend=\'inductor\' raised:\nRuntimeError: Found NVIDIA GeForce GTX 1070 which is too old to be supported by the triton GPU compiler, which is used as the backend. Triton only supports devices of CUDA Capability >= 7.0, but your device is of CUDA capability 6.1\n\nSet TORCH_LOGS="+dynamo" and TORCHDYNAMO_VERBOSE=1 for more information'),
    ('scalar_type_half', 'RuntimeError: expected scalar type Half but found Float'),
    ('numpy_not_available', 'A module that was compiled using NumPy 1.x cannot be run in\nNumPy 2.0.0 as it may crash. To support both 1.x and 2.x\nversions of NumPy, modules must be compiled with NumPy 2.0.\nTraceback (most recent call last):  File "runpy.py", line 187, in _run_module_as_main\n  File "J:\\iw3\\python\\lib\\site-packages\\torchvision\\__init__.py", line 6, in <module>'),
    ('numpy_not_available', 'TorchRec DLRM Failed to initialize NumPy: _ARRAY_API not found'),
    ('operator_missing', '  File "/home/me/.local/lib/python3.7/site-packages/torchvision/extension.py", line 63, in _assert_has_ops\n    "Couldn\'t load custom C++ ops. This can happen if your PyTorch and "\nRuntimeError: Couldn\'t load custom C++ ops. This can happen if your PyTorch and torchvision versions are incompatible, or if you had errors while compiling torchvision from source.'),
    ('operator_missing', '---> 61         op = torch._C._jit_get_operation(qualified_op_name)\n\nRuntimeError: No such operator torchvision::nms`'),
    ('cudnn_init', '    return f(input, weight, bias)\nRuntimeError: CUDNN_STATUS_NOT_INITIALIZED'),
    ('cublas_init', '/local/pavels/torch/install/share/lua/5.1/nn/Linear.lua:66: cublas runtime error : library not initialized at /local/pavels/cutorch/lib/THC/THCGeneral.c:378'),
    ('cublas_init', '2022-10-24 15:03:50.918 return torch._C._nn.linear(input, weight, bias)\n\n2022-10-24 15:03:50.918 RuntimeError: CUDA error: CUBLAS_STATUS_NOT_INITIALIZED when calling `cublasCreate(handle)`'),
    ('cublas_init', 'RuntimeError: CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling `cublasCreate(handle)`'),
    ('stack_sizes', 'RuntimeError: stack expects each tensor to be equal size, but got [3, 544, 386] at entry 0 and [3, 794, 586] at entry 1'),
    ('invalid_ordinal', '    torch._C._cuda_setDevice(device)\nRuntimeError: cuda runtime error (10) : invalid device ordinal at torch/csrc/cuda/Module.cpp:88'),
    ('invalid_ordinal', 'FAILED testing/functional_tests/test_automate_training.py::test_automate_training_run_test_debug - RuntimeError: CUDA error: invalid device ordinal'),
    ('client_socket', '[E socket.cpp:793] [c10d] The client socket has timed out after 60s while trying to connect to (IP1, 2222).\nERROR:torch.distributed.elastic.multiprocessing.errors.error_handler:{\n  "message": {\n    "message": "RendezvousConnectionError: The connection to the C10d store has failed. See inner exception for details.",'),
    ('gloo_timeout', '[rank2]:     work.wait()               \n[rank2]: RuntimeError: [/pytorch/third_party/gloo/gloo/transport/tcp/unbound_buffer.cc:81] Timed out waiting 1800000ms for recv operation to complete\n[W503 01:52:07.597517393 socket.cpp:204] [c10d] The hostname of the client socket cannot be retrieved. err=-3'),
    ('fsdp_dtype', 'ValueError: Must flatten tensors with uniform dtype but got torch.bfloat16 and torch.float32'),
    ('fsdp_dtype', 'ValueError: `FlatParameter` requires uniform dtype but got torch.float16 and torch.float32\ntrainable params: 2359296 || all params: 6924080000 || trainable%: 0.03407378308742822'),
    ('load_key', "    magic_number = pickle_module.load(f)\n_pickle.UnpicklingError: invalid load key, '\\x00'."),
    ('load_key', '    pl_sd = torch.load(ckpt, map_location="cpu")\n    magic_number = pickle_module.load(f, **pickle_load_args)\n_pickle.UnpicklingError: invalid load key, \'&\'.'),
    ('load_key', '    style_model.load_state_dict(torch.load(args.model))\n  File "/usr/local/lib/python2.7/dist-packages/torch/serialization.py", line 367, in _load\n    magic_number = pickle_module.load(f)\ncPickle.UnpicklingError: invalid load key, \'?\'.'),
    ('load_key', "_pickle.UnpicklingError: invalid load key, '\\xba'"),
    ('no_wheel', 'torch-0.3.0.post4-cp35-cp35m-macosx_10_6_x86_64.whl is not a supported wheel on this platform.'),
    ('no_wheel', '**ERROR: torch-1.11.0+cu113-cp37-cp37m-linux_x86_64.whl is not a supported wheel on this platform.**'),
    ('driver_too_old', '    of the CUDA driver.""".format(str(torch._C._cuda_getDriverVersion())))\nAssertionError: \nThe NVIDIA driver on your system is too old (found version 9000).\nPlease update your GPU driver by downloading and installing a new\nversion from the URL: http://www.nvidia.com/Download/index.aspx'),
    ('cpu_build', '  File "/home/me/anaconda3/envs/tf-gpu/lib/python3.7/site-packages/torch/cuda/__init__.py", line 95, in _check_driver\n    raise AssertionError("Torch not compiled with CUDA enabled")\nAssertionError: Torch not compiled with CUDA enabled'),
    ('no_driver', '             Found no NVIDIA driver on your system. Please check that you\n             have an NVIDIA GPU and installed a driver from\n             http://www.nvidia.com/Download/index.aspx'),
    ('unscale_fp16', '    File "/cpfs01/anaconda3/envs/inspiremusic/lib/python3.8/site-packages/torch/amp/grad_scaler.py", line 259, in _unscale_grads_\n      raise ValueError("Attempting to unscale FP16 gradients.")\nValueError: Attempting to unscale FP16 gradients.'),
    ('find_unused_warning', '[W reducer.cpp:1300] Warning: find_unused_parameters=True was specified in DDP constructor, but did not find any unused parameters in the forward pass. This flag results in an extra traversal of the autograd graph every iteration,  which can adversely affect performance.'),
    ("attention_kernel", """  File "H:/sam2/modeling/sam/transformer.py", line 255, in forward
    out = F.scaled_dot_product_attention(q, k, v, dropout_p=dropout_p)
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
RuntimeError: No available kernel. Aborting execution."""),
    ("attention_fallback", "C:\\ComfyUI\\comfy\\ldm\\modules\\attention.py:407: UserWarning: 1Torch was not compiled with flash attention. (Triggered internally at C:\\actions-runner\\_work\\pytorch\\pytorch\\builder\\windows\\pytorch\\aten\\src\\ATen\\native\\transformers\\cuda\\sdp_utils.cpp:555.)\n  out = torch.nn.functional.scaled_dot_product_attention(q, k, v)"),
    ("attention_fallback", "c:\\Python312\\sam2\\modeling\\sam\\transformer.py:269: UserWarning: Memory efficient kernel not used because: (Triggered internally at ../aten/src/ATen/native/transformers/cuda/sdp_utils.h:545.)\n  out = F.scaled_dot_product_attention(\nx.py:270: UserWarning: Flash attention kernel not used because: (Triggered internally)"),
    ("operand_none", "TypeError: unsupported operand type(s) for +: 'Tensor' and 'NoneType'"),
    ("download_failed", """Downloading http://yann.lecun.com/exdb/mnist/train-images-idx3-ubyte.gz to /data/MNIST/raw/train-images-idx3-ubyte.gz
0it [00:00, ?it/s]Traceback (most recent call last):
  File "main.py", line 116, in <module>
    main()
  File "/opt/conda/lib/python3.6/site-packages/torchvision/datasets/mnist.py", line 70, in __init__
    self.download()
  File "/opt/conda/lib/python3.6/urllib/request.py", line 650, in http_error_default
    raise HTTPError(req.full_url, code, msg, hdrs, fp)
urllib.error.HTTPError: HTTP Error 403: Forbidden"""),
    ("download_failed", """  File "/Library/Frameworks/Python.framework/Versions/3.8/lib/python3.8/site-packages/torch/hub.py", line 425, in download_url_to_file
    u = urlopen(req)
  File "/Library/Frameworks/Python.framework/Versions/3.8/lib/python3.8/urllib/request.py", line 1365, in do_open
    raise URLError(err)
urllib.error.URLError: <urlopen error [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: unable to get local issuer certificate (_ssl.c:1123)>"""),
    ("download_failed", """Downloading: "https://download.pytorch.org/models/resnet50-0676ba61.pth" to /home/reader/.cache/torch/hub/checkpoints/resnet50-0676ba61.pth
URLError: <urlopen error [Errno -3] Temporary failure in name resolution>"""),
    ("cuda_out_of_memory", """2024-03-02 11:20:31 | ERROR | __main__ | torch.OutOfMemoryError: Allocation on device 0 would exceed allowed memory. (out of memory)
Currently allocated     : 22.10 GiB
Requested               : 1.12 GiB"""),
    ("mps_out_of_memory", "RuntimeError: Invalid buffer size: 58.07 GB"),
    ("operator_missing", "RuntimeError: No such operator torchvision::nms"),
    ("torch_missing", "ModuleNotFoundError: No module named 'torch'"),
    ("moved_module", "AttributeError: module 'torch' has no attribute 'tensordot'"),
    ("mps_not_implemented", "NotImplementedError: Could not run 'aten::_slow_conv2d_forward' with arguments from the 'MPS' backend. This could be because the operator doesn't exist for this backend, or was omitted during the selective/custom build process (if using custom build)."),
    ("mps_float64", "TypeError: Cannot convert a float64 Tensor to MPS as the MPS framework doesn't support float64. Please use float32 instead."),
    ("numpy_dtype_size", "ValueError: numpy.dtype size changed, may indicate binary incompatibility. Expected 96 from C header, got 88 from PyObject"),
    ("bmm", "RuntimeError: batch1 dim 2 must match batch2 dim 1"),
    ("optimizer_option", "TypeError: SGD.__init__() got an unexpected keyword argument 'learning_rate'"),
    ("missing_class", "AttributeError: Can't get attribute 'Net' on <module '__main__' from 'predict.py'>"),
    ("port_in_use", "RuntimeError: The server socket has failed to listen on any local network address. The server socket has failed to bind to [::]:29500 (errno: 98 - Address already in use)."),
    ("notebook_cuda", "ValueError: To launch a multi-GPU training from your notebook, you need to avoid running any instruction using `torch.cuda` in any cell. Restart your notebook and make sure no cells use any CUDA function."),
    ("pil_array", "TypeError: Cannot handle this data type: (1, 1, 3), <f4"),
    ("bad_image", "PIL.UnidentifiedImageError: cannot identify image file <_io.BufferedReader name='data/train/cat/1.jpg'>"),
    ("pillow_old", "ImportError: cannot import name 'PILLOW_VERSION' from 'PIL'"),
    ("image_shape", "TypeError: Invalid shape (3, 224, 224) for image data"),
    ("writer_types", """    line 387, in add_scalars
    scalar_value = workspace.FetchBlob(scalar_value)
NameError: name 'workspace' is not defined"""),
    ("cuda_out_of_memory", "THCudaCheck FAIL file=/opt/conda/conda-bld/pytorch_1512387374934/work/torch/lib/THC/generic/THCStorage.cu line=58 error=2 : out of memory"),
    ("cuda_unknown_error", "THCudaCheck FAIL file=/pytorch/aten/src/THC/THCGeneral.cpp line=51 error=30 : unknown error"),
    ("cpu_out_of_memory", "RuntimeError: $ Torch: not enough memory: you tried to allocate 12GB. Buy new RAM! at /pytorch/aten/src/TH/THGeneral.cpp:213"),
    ("ddp_no_grad", "RuntimeError: DistributedDataParallel is not needed when a module doesn't have any parameters that require a gradient."),
    ("worker_exited", """ConnectionResetError: [Errno 104] Connection reset by peer
  File "/x/torch/utils/data/_utils/pin_memory.py", line 25, in _pin_memory_loop
    r = in_queue.get(timeout=MP_STATUS_CHECK_INTERVAL)"""),
    ("dataset_getitem", """TypeError: object of type 'MyDataset' has no len()
  File "torch/utils/data/sampler.py", line 76, in num_samples"""),
    ("older_torch", "RuntimeError: model.pth is a zip archive (did you mean to use torch.jit.load()?)"),
    ("checkpoint_key", """KeyError: 'state_dict'
    model.load_state_dict(checkpoint['state_dict'])"""),
    ("zero_dim", """UserWarning: invalid index of a 0-dim tensor. This will be an error in PyTorch 0.5. Use tensor.item() to convert a 0-dim tensor to a Python number
  loss.data[0]"""),
    ("align_corners", "UserWarning: Default upsampling behavior when mode=bilinear is changed to align_corners=False since 0.4.0. Please specify align_corners=True if the old behavior is desired."),
    ("functional_moved", "UserWarning: nn.functional.sigmoid is deprecated. Use torch.sigmoid instead."),
    ("probabilities", "RuntimeError: Assertion `x >= 0. && x <= 1.' failed. input value should be between 0~1, but got 1.034286 at /pytorch/aten/src/THNN/generic/BCECriterion.c:62"),
    ("driver_too_old", "RuntimeError: CUDA error: the provided PTX was compiled with an unsupported toolchain."),
    ("cuda_other", """RuntimeError: CUDA error: invalid argument
CUDA kernel errors might be asynchronously reported at some other API call, so the stacktrace below might be incorrect."""),
    ("cuda_unknown_error", "RuntimeError: CUDA error: system not yet initialized"),
    ("norm_dtype", "RuntimeError: norm(): the desired output dtype should be either floating point or complex. Got Long instead."),
    ("conv_small", "RuntimeError: max_pool2d() Invalid computed output size: 0"),
    ("port_named", """TensorBoard attempted to bind to port 6006, but it was already in use
E0312 14:20:11.1 program.py:267]"""),
    ("scalar_type_double", "RuntimeError: grid_sampler(): expected input and grid to have same dtype, but input has double and grid has float"),
    ("packed_lengths", "RuntimeError: Expected `len(lengths)` to be equal to batch_size, but got 31 (batch_size=32)"),
    ("autocast_dtype", "UserWarning: In CUDA autocast, but the target dtype is not supported. Disabling autocast."),
    ("closing_signal", "W0115 12:00:00.000000 1 torch/distributed/elastic/multiprocessing/api.py:858] Sending process 4132 closing signal SIGTERM"),
    ("recompile_limit", """torch._dynamo hit config.recompile_limit (8)
   function: 'forward'
   last reason: 0/7: size mismatch at index 0"""),
    ("resnet_name", """NameError: name 'resnet18' is not defined
    model = resnet18(pretrained=True)"""),
    ("tensor_for_array", "AttributeError: 'Tensor' object has no attribute 'astype'"),
    ("stack_sizes", "wandb: ERROR Run abc123 errored: RuntimeError('Caught RuntimeError in DataLoader worker process 0.\\nOriginal Traceback (most recent call last):\\n  File \"/users/reader/anaconda3/envs/train/lib/python3.11/site-packages/torch/utils/data/_utils/worker.py\", line 308, in _worker_loop\\n    data = fetcher.fetch(index)\\n           ^^^^^^^^^^^^^^^^^^^^\\n  File \"/home/reader/project/train.py\", line 67, in collate_tensor_fn\\n    seq=torch.stack(seq,dim=0)\\n        ^^^^^^^^^^^^^^^^^^^^^^\\nRuntimeError: stack expects each tensor to be equal size, but got [3, 1, 224, 224] at entry 0 and [3, 1, 144, 192] at entry 6\\n')"),
    ("worker_exited", """000305   (<class 'RuntimeError'>, RuntimeError('DataLoader worker (pid(s) 16143) exited unexpectedly'), <traceback object at 0x7f0aad647080>)
000306   Traceback (most recent call last):
000307     File "/home/reader/miniconda3/envs/vision/lib/python3.10/site-packages/torch/utils/data/dataloader.py", line 1132, in _try_get_data
000308       data = self._data_queue.get(timeout=timeout)
000311   _queue.Empty"""),
    ("two_devices", """RuntimeError: Caught RuntimeError in replica 1 on device 1.
Original Traceback (most recent call last):
  File "/opt/conda/lib/python3.8/site-packages/torch/nn/parallel/parallel_apply.py", line 61, in _worker
    output = module(*input, **kwargs)
RuntimeError: Expected all tensors to be on the same device, but found at least two devices, cuda:1 and cuda:0!"""),
    ("gradient_shape", """  File "/home/reader/.local/lib/python3.8/site-packages/torch/autograd/__init__.py", line 50, in _make_grads
    raise RuntimeError("Mismatch in shape: grad_output["
RuntimeError: Mismatch in shape: grad_output[0] has a shape of torch.Size([1]) and output[0] has a shape of torch.Size([])."""),
    ("bootstrapping", """This probably means that you are not using fork to start your
    child processes and you have forgotten to use the proper idiom
    in the main module:

        if __name__ == '__main__':
            freeze_support()
            ..."""),
    ("bootstrapping", "The \"freeze_support()\" line can be omitted if the program is not going to be frozen to produce an executable."),
    ("fsdp_dtype", "ValueError: `FlatParameter` requires uniform dtype but got torch.float16 and torch.float32"),
    ("image_folder", """  File "/home/reader/anaconda3/lib/python3.7/site-packages/torchvision/datasets/folder.py", line 121, in _find_classes
    classes = [d.name for d in os.scandir(dir) if d.is_dir()]
FileNotFoundError: [Errno 2] No such file or directory: 'your_data_path/train_all'"""),
    ("image_folder", """RuntimeError: Found 0 images in subfolders of: PetImages/Dog
Supported image extensions are: .jpg,.JPG"""),
    ("unexpected_keys", "KeyError: 'unexpected key \"classifier.1.weight\" in state_dict'"),
    ("matmul_half", "RuntimeError: self and mat2 must have the same dtype, but got Half and Float"),
    ("library_so", "ImportError: /usr/lib/x86_64-linux-gnu/libstdc++.so.6: version `GLIBCXX_3.4.29' not found (required by /x/site-packages/torch/lib/libtorch.so)"),
    ("weights_only", "WeightsUnpickler error: Unsupported class numpy.core.multiarray.scalar"),
    ("invalid_arguments", "RuntimeError: expected Variable as element 1 in argument 0, but got list"),
    ("pickle_local", """AttributeError: Can't get local object 'main.<locals>.collate'
  File "/x/torch/utils/data/dataloader.py", line 1170, in __init__
    w.start()"""),
    ("input_on_cpu", "RuntimeError: Input type (CUDAFloatType) and weight type (CPUFloatType) should be the same"),
    ("two_devices", "RuntimeError: tensors are on different GPUs"),
    ("two_devices", "RuntimeError: Expected tensor for 'out' to have the same device as tensor for argument #2 'mat1'; but device 0 does not equal 1 (while checking arguments for addmm)"),
    ("device_string", "RuntimeError: Device index must not be negative"),
    ("backend_not_built", "NotImplementedError: convolution_overrideable not implemented. You are likely triggering this with tensor backend other than CPU/CUDA/MKLDNN"),
    ("target_size", "ValueError: Target and input must have the same number of elements. target nelement (64) != input nelement (128)"),
    ("forward_args", """TypeError: forward() missing 2 required positional arguments: 'hx' and 'cx'
 torch/nn/modules/module.py"""),
    ("tensor_option", "RuntimeError: `beta1` as a Tensor is not supported for capturable=False and foreach=True"),
    ("scheduler_verbose", "TypeError: LRScheduler.__init__() got an unexpected keyword argument 'verbose'"),
    ("zip_archive", "RuntimeError: [enforce fail at inline_container.cc:145] . PytorchStreamReader failed reading zip archive: failed finding central directory"),
    ("two_devices", "RuntimeError: arguments are located on different GPUs at /pytorch/aten/src/THC/generic/THCTensorMathBlas.cu:255"),
    ("shm_open", "RuntimeError: Couldn't open shared file mapping: <torch_13668_3548104456_0>, error code: <1455>"),
    ("flash_attn_missing", """    model = AutoModelForCausalLM.from_pretrained(name, trust_remote_code=True)
ImportError: This modeling file requires the following packages that were not found in your environment: flash_attn. Run `pip install flash_attn`"""),
    ("flash_attn_missing", "ImportError: FlashAttention2 has been toggled on, but it cannot be used due to the following error: the package flash_attn seems to be not installed. Please refer to the documentation"),
    ("flash_attn_missing", "ModuleNotFoundError: No module named 'flash_attn'"),
    ("mask_dtype", "RuntimeError: Expected object of scalar type Byte but got scalar type Bool for argument #2 'other' in call to _th_and"),
    ("mask_dtype", "/pytorch/aten/src/ATen/native/IndexingUtils.h:20: UserWarning: indexing with dtype torch.uint8 is now deprecated, please use a dtype torch.bool instead."),
    ("mask_dtype", "UserWarning: masked_fill_ received a mask with dtype torch.uint8, this behavior is now deprecated,please use a mask with dtype torch.bool instead."),
    ("no_wheel", """ERROR: Could not find a version that satisfies the requirement torch==1.7.1+cu110 (from versions: 2.0.0, 2.0.1)
ERROR: No matching distribution found for torch==1.7.1+cu110"""),
    ("no_wheel", "ERROR: torch-1.7.1-cp38-cp38-win_amd64.whl is not a supported wheel on this platform."),
    ("torch_load_old", "ValueError: Due to a serious vulnerability issue in `torch.load`, even with `weights_only=True`, we now require users to upgrade torch to at least v2.6 in order to use the function."),
    ("cudnn_rnn_eval", "RuntimeError: cudnn RNN backward can only be called in training mode"),
    ("libuv", "torch.distributed.DistStoreError: use_libuv was requested but PyTorch was built without libuv support, run with USE_LIBUV=0 to disable it."),
    ("lazy_parameter", "RuntimeError: Modules with uninitialized parameters can't be used with `DistributedDataParallel`. Run a dummy forward pass to correctly initialize the modules"),
    ("class_called", """    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
AttributeError: 'function' object has no attribute 'parameters'"""),
    ("class_called", """    optimizer = optim.Adam(Net.parameters())
TypeError: parameters() missing 1 required positional argument: 'self'"""),
    ("values_to_unpack", """    for i, (images, labels) in enumerate(train_loader):
ValueError: too many values to unpack (expected 2)"""),
    ("worker_killed", """  File "/x/torch/utils/data/dataloader.py", line 1040, in __init__
    w.start()
OSError: [Errno 12] Cannot allocate memory"""),
    ("own_file", "ImportError: cannot import name 'Tensor' from 'torch' (unknown location)"),
    ("pool_dims", "RuntimeError: non-empty 3D or 4D input tensor expected but got ndim: 2"),
    ("scalar_type_double", "RuntimeError: expected dtype Double but got dtype Float (validate_dtype at /opt/conda/conda-bld/pytorch_1587/work/aten/src/ATen/native/TensorIterator.cpp:143)"),
    ("attention_kernel", "RuntimeError: cutlassF: no kernel found to launch!"),
    ("attention_kernel", "RuntimeError: FlashAttention only support fp16 and bf16 data type"),
    ("invalid_hyper", """  File "/x/torch/optim/adam.py", line 33, in __init__
    if not 0.0 <= lr:
TypeError: '<=' not supported between instances of 'float' and 'str'"""),
    ("client_socket", "torch.distributed.DistNetworkError: Failed to recv, got 0 bytes. Connection was likely closed. Did the remote server shutdown or crash?"),
    ("client_socket", "[W TCPStore.cpp:125] [c10d] recvValue failed on SocketImpl(fd=55, addr=[localhost]:49834, remote=[localhost]:29500): failed to recv, got 0 bytes"),
    ("no_grad_fn", "RuntimeError: there are no graph nodes that require computing gradients"),
    ("cholesky", "RuntimeError: cholesky_cuda: For batch 0: U(1,1) is zero, singular U."),
    ("no_convergence", "RuntimeError: svd_cuda: the updating process of SBDSDC did not converge (error: 11)"),
    ("nvrtc", "RuntimeError: Error in dlopen for library libnvrtc.so.11.2 and libnvrtc-672ee683.so.11.2"),
    ("dynamo_unsupported", "torch._dynamo.exc.UserError: Dynamic control flow is not supported at the moment. Please use torch.cond to explicitly capture the control flow."),
    ("key_prefix", """RuntimeError: Error(s) in loading state_dict for DataParallel:
\tMissing key(s) in state_dict: "module.conv1.weight", "module.fc.bias".
\tUnexpected key(s) in state_dict: "conv1.weight", "fc.bias"."""),
    ("numpy_dtype_size", "RuntimeError: module compiled against API version 0x10 but this version of numpy is 0xf\n    import torch"),
    ("operator_missing", """ERROR: pip's dependency resolver does not currently take into account all the packages that are installed.
torchvision 0.16.0 requires torch==2.1.0, but you have torch 2.0.1 which is incompatible."""),
    # Of torch before 1.5.
    ("gather_index", "RuntimeError: Expected tensor [46480 x 1], src [46480 x 3] and index [46480 x 1] to have the same size apart from dimension 0 at /opt/conda/conda-bld/pytorch_1535491974311/work/aten/src/TH/generic/THTensorMath.cpp:620"),
    ("half_on_cpu", "RuntimeError: _thnn_conv2d_forward not supported on CPUType for Half"),
    ("half_on_cpu", "RuntimeError: softmax_lastdim_kernel_impl not implemented for 'torch.HalfTensor'"),
    ("int_not_implemented", "RuntimeError: _th_index_fill_ not supported on CPUType for Bool"),
    ("int_not_implemented", "RuntimeError: log_softmax_lastdim_kernel_impl not implemented for 'torch.LongTensor'"),
    ("cublas_failed", "RuntimeError: cublas runtime error : unknown error at /pytorch/aten/src/THC/THCBlas.cu:225"),
    ("cuda_other", "RuntimeError: cuda runtime error (11) : invalid argument at /pytorch/aten/src/THC/THCGeneral.cpp:383"),
    ("scalar_type_half", "RuntimeError: expected device cuda:0 and dtype Float but got device cuda:0 and dtype Half"),
    ("scalar_type_double", "RuntimeError: expected device cpu and dtype Float but got device cpu and dtype Double"),
    ("two_devices", "RuntimeError: expected device cpu and dtype Float but got device cuda:0 and dtype Float"),
    ("two_devices", "RuntimeError: expected backend CUDA and dtype Float but got backend CPU and dtype Float"),
    ("two_devices", "RuntimeError: expected CUDAFloatType but got CPUFloatType"),
    ("scalar_type_long", "RuntimeError: expected CPULongType but got CPUFloatType"),
    ("conv_channels", "RuntimeError: Need input of dimension 4 and input.size[1] == 1 but got input to be of shape: [64 x 3 x 32 x 32] at /pytorch/torch/lib/THNN/generic/SpatialConvolutionMM.c:47"),
    ("target_size_expected", "RuntimeError: input and target batch or spatial sizes don't match: target [1 x 388 x 388], input [1 x 2 x 572 x 572] at /pytorch/torch/lib/THNN/generic/SpatialClassNLLCriterion.c:43"),
    ("library_so", """ImportError: dlopen(/anaconda3/lib/python3.6/site-packages/torch/_C.cpython-36m-darwin.so, 9): Library not loaded: /usr/local/opt/libomp/lib/libomp.dylib
  Referenced from: /anaconda3/lib/python3.6/site-packages/torch/lib/libshm.dylib
  Reason: image not found"""),
    ("initial_lr", "AttributeError: 'CosineAnnealingWarmRestarts' object has no attribute 'T_cur'"),
    ("plateau_metric", """  File "/x/torch/optim/lr_scheduler.py", line 624, in step
    current = float(metrics)
TypeError: float() argument must be a string or a number, not 'NoneType'"""),
    # A name goes on where the wording ends.
    ("undefined_symbol", "ImportError: /x/mmcv/_ext.so: undefined symbol: _ZN3c104cuda9SetDeviceEi"),
    ("cudnn_version", "Could not load library libcudnn_cnn_infer.so.8. Error: libcuda.so: cannot open shared object file\n torch"),
    ("shm_open", "RuntimeError: unable to write to file </torch_29919_1396182366_0>: No such file or directory (2)"),
    # Of many repositories' issues.
    ("worker_segfault", 'RuntimeError: DataLoader worker (pid 32978) is killed by signal: Aborted.'),
    ("worker_caught", """Traceback (most recent call last):
  File "./yolact/train.py", line 504, in <module>
    train()
  File "./yolact/train.py", line 270, in train
    for datum in data_loader:
  File "/usr/local/lib/python3.7/dist-packages/torch/utils/data/dataloader.py", line 345, in __next__
    data = self._next_data()
  File "/usr/local/lib/python3.7/dist-packages/torch/utils/data/dataloader.py", line 881, in _process_data
    data.reraise()
  File "/usr/local/lib/python3.7/dist-packages/torch/_utils.py", line 394, in reraise
    raise self.exc_type(msg)
KeyError: Caught KeyError in DataLoader worker process 0.
Original Traceback (most recent call last):
  File "/usr/local/lib/python3.7/dist-packages/torch/utils/data/_utils/worker.py", line 178, in _worker_loop
    data = fetcher.fetch(index)
  File "/usr/local/lib/python3.7/dist-packages/torch/utils/data/_utils/fetch.py", line 44, in <listcomp>
    data = [self.dataset[idx] for idx in possibly_batched_index]
  File "/content/yolact/data/coco.py", line 95, in __getitem__
    im, gt, masks, h, w, num_crowds = self.pull_item(index)
KeyError: 0"""),
    ("worker_caught", """    data.reraise()
  File "/opt/conda/lib/python3.8/site-packages/torch/_utils.py", line 428, in reraise
    raise self.exc_type(msg)
KeyError: Caught KeyError in DataLoader worker process 0.
Original Traceback (most recent call last):
  File "/opt/conda/lib/python3.8/site-packages/pandas/core/indexes/base.py", line 2898, in get_loc
    return self._engine.get_loc(casted_key)
  File "pandas/_libs/index.pyx", line 70, in pandas._libs.index.IndexEngine.get_loc
KeyError: 12

The above exception was the direct cause of the following exception:

Traceback (most recent call last):
  File "/opt/conda/lib/python3.8/site-packages/torch/utils/data/_utils/worker.py", line 198, in _worker_loop
    data = fetcher.fetch(index)
  File "/kaggle/working/dataset.py", line 23, in __getitem__
    label = self.df['label'][i]
KeyError: 12"""),
    ("batch_size_value", 'ValueError: batch_size should be a positive integer value, but got batch_size=0'),
    ("class_called", "NpyDataset.custom_collate_fn() missing 1 required positional argument: 'batch'"),
    ("step_of_other", """  File "train.py", line 54, in step
    self.scheduler.step(avg_loss)
AttributeError: 'dict' object has no attribute 'step'"""),
    ("optimizer_option", """  File "seq2seq/trainer/supervised_trainer.py", line 169, in train
    self.optimizer.optimizer = resume_optim.__class__(model.parameters(), **defaults)
TypeError: __init__() got an unexpected keyword argument 'initial_lr'"""),
    ("state_missing", """Traceback (most recent call last):
  File "optimizer.py", line 21, in <module>
    optimizer.step()
  File "/home/reader/anaconda3/lib/python3.5/site-packages/torch/optim/adam.py", line 46, in step
    state = self.state[p]
KeyError: Parameter containing:
-0.0645  0.1660
[torch.FloatTensor of size 1x2]"""),
    ("state_missing", """  File "/opt/conda/lib/python3.8/site-packages/torch/optim/adam.py", line 110, in step
    exp_avgs.append(state['exp_avg'])
KeyError: 'exp_avg'"""),
    ("pickled_older", "AttributeError: 'Adam' object has no attribute '_cuda_graph_capture_health_check'"),
    ("array_for_tensor", """    pred = model(x).detach().numpy()
    plt.plot(pred.numpy())
AttributeError: 'numpy.ndarray' object has no attribute 'numpy'"""),
    ("tensorboard_broken", '  File "C:\\Users\\reader\\anaconda3\\envs\\gan\\Lib\\site-packages\\torch\\utils\\tensorboard\\summary.py", line 485, in make_histogram\n    cum_counts = np.cumsum(np.greater(counts, 0, dtype=np.int32))\nTypeError: No loop matching the specified signature and casting was found for ufunc greater'),
    ("class_called", """Traceback (most recent call last):
  File "/home/reader/oss_whole_body/visModel.py", line 14, in <module>
    SummaryWriter.add_graph(model,input,True)
  File "/home/reader/lib/python3.6/site-packages/tensorboardX/writer.py", line 569, in add_graph
    if not self.caffe2_enabled:
  File "/home/reader/lib/python3.6/site-packages/torch/nn/modules/module.py", line 539, in __getattr__
    type(self).__name__, name))
AttributeError: 'Fast2Pose_SE' object has no attribute 'caffe2_enabled'"""),
    ("tensorboard_broken", "AttributeError: module 'distutils' has no attribute 'version'"),
    ("tensorboard_broken", "AttributeError: module 'tensorflow._api.v2.io.gfile' has no attribute 'get_filesystem'"),
    ("watchdog", '[rank2]:[E912 09:28:22.641421137 ProcessGroupNCCL.cpp:1709] [PG 0 (default_pg) Rank 2] Timeout at NCCL work: 2, last enqueued NCCL work: 2, last completed NCCL work: 1.'),
    ("store_timeout", 'RuntimeError: Socket Timeout'),
    ("spatial_target", """    ret = torch._C._nn.nll_loss2d(input, target, weight, _Reduction.get_enum(reduction), ignore_index)
RuntimeError: 1only batches of spatial targets supported (3D tensors) but got targets of size: : [1, 1, 512, 512]"""),
    ("target_size", 'RuntimeError: input and target shapes do not match: input [1], target [1 x 1] at c:\\programdata\\miniconda3\\conda-bld\\pytorch_1524543037166\\work\\aten\\src\\thcunn\\generic/AbsCriterion.cu:15'),
    ("none_attribute", "AttributeError: 'NoneType' object has no attribute 'backward'"),
    ("cusolver_failed", 'RuntimeError: cusolver error: CUSOLVER_STATUS_EXECUTION_FAILED, when calling `cusolverDnXgeqrf( handle, params, m, n, CUDA_R_32F, reinterpret_cast<void*>(A), lda, CUDA_R_32F, reinterpret_cast<void*>(tau), CUDA_R_32F, reinterpret_cast<void*>(bufferOnDevice), workspaceInBytesOnDevice, reinterpret_cast<void*>(bufferOnHost), workspaceInBytesOnHost, info)`'),
    ("no_convergence", """File "tests/test_simple_math.py", line 166, in curve2coeff
    solution = torch.linalg.lstsq(   # 使用最小二乘法求解线性方程组
RuntimeError: false INTERNAL ASSERT FAILED at "../aten/src/ATen/native/BatchLinearAlgebra.cpp":1462, please report a bug to PyTorch. torch.linalg.lstsq: (Batch element 0): Argument 6 has illegal value. Most certainly there is a bug in the implementation calling the backend library."""),
    ("lstsq_rank", 'RuntimeError: Lapack Error in gels : The 1024-th diagonal element of the triangular factor of A is zero at ../aten/src/TH/generic/THTensorLapack.cpp:166'),
    ("tuple_input", """  File "/home/reader/lib/python3.8/site-packages/torch/nn/modules/transformer.py", line 219, in forward
    target_type=src.dtype
AttributeError: 'tuple' object has no attribute 'dtype'"""),
    ("none_attribute", """  File "retrieval-based-chatbots/model.py", line 40, in _reset_parameters
    self.transform_A.bias.data.fill_(0)
AttributeError: 'NoneType' object has no attribute 'data'"""),
    ("moved_module", "ModuleNotFoundError: No module named 'torchvision.trasnforms'"),
    ("argument_type", """RuntimeError: image::decode_image() Expected a value of type 'Tensor' for argument 'data' but instead found type 'str'.
Position: 0
Value: 'foo.png'
Declaration: image::decode_image(Tensor data, int mode, bool apply_exif_orientation=False) -> Tensor
Cast error details: Unable to cast foo.png to Tensor"""),
    ("operator_missing", """  File "/rdessi/miniconda3/envs/egg/lib/python3.7/site-packages/torchvision/io/image.py", line 80, in read_file
    data = torch.ops.image.read_file(path)
RuntimeError: No such operator image::read_file """),
    ("functional_moved", 'UserWarning: The use of the transforms.Scale transform is deprecated, please use transforms.Resize instead.'),
    ("checkpoint_key", """RuntimeError: Error(s) in loading state_dict for DeepLabV3Plus:
	Missing key(s) in state_dict: "backbone.conv1.weight", "backbone.bn1.weight".
	Unexpected key(s) in state_dict: "model", "optimizer", "epoch", "previous_best"."""),
    ("pickled_older", "torch.nn.modules.module.ModuleAttributeError: 'BatchNorm2d' object has no attribute '_non_persistent_buffers_set'"),
    ("pickled_older", "AttributeError: 'Upsample' object has no attribute 'recompute_scale_factor'"),
    ("invalid_ordinal", 'safetensors_rust.SafetensorError: device cuda:3 is invalid'),
    ("moved_module", "AttributeError: module 'torch.cuda.amp' has no attribute 'autocast'"),
    ("scalar_type_half", """Query/Key/Value should all have the same dtype
  query.dtype: torch.float32
  key.dtype  : torch.float16
  value.dtype: torch.float16"""),
    ("hip_other", 'RuntimeError: HIP error: the operation cannot be performed in the present state'),
    ("no_kernel_image", """RuntimeError: HIP error: invalid device function
HIP kernel errors might be asynchronously reported at some other API call"""),
    ("launch_failure", 'RuntimeError: HIP error: hipErrorLaunchFailure'),
    ("hip_other", """RuntimeError: HIP error: invalid argument
HIP kernel errors might be asynchronously reported at some other API call, so the stacktrace below might be incorrect."""),
    ("cuda_unknown_error", """terminate called after throwing an instance of 'c10::Error'
  what():  CUDA error: unknown error
CUDA kernel errors might be asynchronously reported at some other API call, so the stacktrace below might be incorrect.
For debugging consider passing CUDA_LAUNCH_BLOCKING=1."""),
    ("index_assert", """pytorch/aten/src/THC/THCTensorIndex.cu:362: void indexSelectLargeIndex(TensorInfo<T, IndexType>, TensorInfo<T, IndexType>, TensorInfo<long, IndexType>, int, int, IndexType, IndexType, long) [with T = float, IndexType = unsigned int, DstDim = 2, SrcDim = 2, IdxDim = -2, IndexIsMajor = true]: block: [37,0,0], thread: [63,0,0] Assertion `srcIndex < srcSelectDimSize` failed.
THCudaCheck FAIL file=/pytorch/aten/src/THC/THCReduceAll.cuh line=317 error=59 : device-side assert triggered
Traceback (most recent call last):
  File "fairseq/train.py", line 352, in <module>
    multiprocessing_main(args)
RuntimeError: cuda runtime error (59) : device-side assert triggered at /pytorch/aten/src/THC/THCReduceAll.cuh:317"""),
    ("target_assert", """../aten/src/ATen/native/cuda/Loss.cu:250: nll_loss_forward_reduce_cuda_kernel_2d: block: [0,0,0], thread: [5,0,0] Assertion `t >= 0 && t < n_classes` failed.
../aten/src/ATen/native/cuda/Loss.cu:250: nll_loss_forward_reduce_cuda_kernel_2d: block: [0,0,0], thread: [9,0,0] Assertion `t >= 0 && t < n_classes` failed.
Traceback (most recent call last):
  File "train.py", line 88, in <module>
    loss.backward()
  File "/opt/conda/lib/python3.10/site-packages/torch/_tensor.py", line 487, in backward
    torch.autograd.backward(
RuntimeError: CUDA error: device-side assert triggered
CUDA kernel errors might be asynchronously reported at some other API call, so the stacktrace below might be incorrect."""),
    ("accelerate_device_map", "RuntimeError: You can't move a model that has some modules offloaded to cpu or disk."),
    ("onnx_operator", "torch.onnx.errors.UnsupportedOperatorError: Exporting the operator 'aten::lift_fresh' to ONNX opset version 13 is not supported. Please feel free to request support or submit a pull request on PyTorch GitHub: https://github.com/pytorch/pytorch/issues."),
    ("onnx_operator", 'RuntimeError: Exporting the operator __is_ to ONNX opset version 13 is not supported. Please feel free to request support or submit a pull request on PyTorch GitHub.'),
    ("tracer_types", """RuntimeError: output 1 (6.94717
[ CPUDoubleType{} ]) of traced region did not have observable data dependence with trace inputs; this probably indicates your program cannot be understood by the tracer."""),
    ("tracer_types", 'RuntimeError: Only tensors or tuples of tensors can be output from traced functions (getOutput at ../torch/csrc/jit/tracer.cpp:208)'),
    ("script_unsupported", "torch.jit.frontend.NotSupportedError: Compiled functions can't take variable number of arguments or use keyword-only arguments with defaults:"),
    ("script_unsupported", """RuntimeError:
Unknown builtin op: aten::__contains__.
Could not find any similar ops to aten::__contains__."""),
    ("library_dll", '  File "test.py", line 5, in <module>\n    import torch\n  File "E:\\Games\\Python\\lib\\site-packages\\torch\\__init__.py", line 81, in <module>\n    from torch._C import *\nImportError: DLL load failed: Операционная система не может запустить %1.'),
    ("library_dll", """from torch._C import *
ImportError: DLL load failed: O sistema operacional não pode executar %1."""),
    ("undefined_symbol", """    from torch._C import *
ImportError: dlopen(/usr/local/lib/python3.6/site-packages/torch/_C.cpython-36m-darwin.so, 10): Symbol not found: _PySlice_AdjustIndices
  Referenced from: /usr/local/lib/python3.6/site-packages/torch/_C.cpython-36m-darwin.so
  Expected in: flat namespace"""),
    ("torch_missing_build", """        File "/tmp/pip-build-env-2egkvmba/overlay/lib/python3.12/site-packages/setuptools/build_meta.py", line 301, in _get_build_requires
          self.run_setup()
        File "<string>", line 5, in <module>
      ModuleNotFoundError: No module named 'torch'"""),
    ("extension_missing", "ModuleNotFoundError: No module named 'mmcv._ext'"),
    ("moved_module", "AttributeError: 'Tensor' object has no attribute 'tensor_split'"),
    ("einsum", 'RuntimeError: einsum(): operands do not broadcast with remapped shapes [original->remapped]: [277, 8, 1, 234]->[277, 8, 234, 1, 1] [1, 64, 64]->[1, 1, 64, 64, 1]'),
    ("einsum", 'RuntimeError: size of dimension does not match previous size, operand 1, dim 1.'),
    ("quantile_size", """    q_st_start = torch.quantile(maps_st, q=0.9)
RuntimeError: quantile() input tensor is too large"""),
    ("two_devices", 'TypeError: expected CPU (got CUDA)'),
    ("pic_type", '  File "C:\\ProgramData\\Anaconda3\\lib\\site-packages\\torchvision\\transforms\\functional.py", line 202, in to_pil_image\n    \'not {}\'.format(type(npimg)))\nTypeError: Input pic must be a torch.Tensor or NumPy ndarray, not <class \'numpy.ndarray\'>'),
    ("expand", '  File "/home/a/PycharmProjects/neural-combinatorial-rl-pytorch/sorting_task.py", line 49, in reward\n    current += res.float()  \nRuntimeError: invalid argument 1: the number of sizes provided must be greater or equal to the number of dimensions in the tensor at /pytorch/torch/lib/TH/generic/THTensor.c:299'),
    ("must_implement", 'torch/autograd/function.py", line 181, in backward\n    raise NotImplementedError\nNotImplementedError'),
    ("state_missing", '  File "/usr/lib/python3.6/site-packages/torch/optim/sgd.py", line 84, in step\n    momentum = group[\'momentum\']\nKeyError: \'momentum\''),
    ("initial_lr", "'initial_lr' is not specified in param_groups[0] when resuming an optimizer"),
    ("two_devices", "RuntimeError: Expected object of type Variable[torch.FloatTensor] but found type Variable[torch.cuda.FloatTensor] for argument #1 'mat2'"),
    ("index_type", 'TypeError: Performing basic indexing on a tensor and encountered an error indexing dim 0 with an object of type torch.ByteTensor. The only supported types are integers, slices, numpy scalars, or if indexing with a torch.LongTensor or torch.ByteTensor only a single Tensor may be passed.'),
    ("scheduler_order", 'warnings.warn("Detected call of `lr_scheduler.step()` before `optimizer.step()`. "'),
    ("onecycle_args", 'ValueError: Expected non-negative integer total_steps, but got 0'),
    ("no_convergence", '`RuntimeError: svd_cuda: For batch 0: U(65,65) is zero, singular U.`'),
    ("no_convergence", '[W BatchLinearAlgebraLib.cpp:703] Warning: torch.linalg.svd: During SVD computation with the selected cusolver driver, batches 0 failed to converge. A more accurate method will be used to compute the SVD as a fallback. Check doc at https://pytorch.org/docs/stable/generated/torch.linalg.svd.html (function operator ())'),
    ("no_convergence", 'RuntimeError: MAGMA gesdd : the updating process of SBDSDC did not converge (error: 4) at /pytorch/torch/lib/THC/generic/THCTensorMathMagma.cu:347'),
    ("index_dim", 'RuntimeError: invalid argument 2: out of range at /pytorch/torch/lib/THC/generic/THCTensor.c:23'),
    ("operand_none", "unsupported operand type(s) for @: 'numpy.ndarray' and 'Tensor' pytorch"),
    ("once_differentiable", 'RuntimeError: derivative for im2col_backward is not implemented'),
    ("gradient_shape", '    allow_unreachable=True)  # allow_unreachable flag\nRuntimeError: invalid gradient at index 0 - expected shape [] but got [1]'),
    ("multi_target", 'Fix PyTorch ‘0D or 1D Target Tensor Expected’ CrossEntropyLoss Error'),
    ("mps_float64", 'TypeError: BFloat16 is not supported on MPS'),
    ("upsample_size", '*** ValueError: size shape must match input shape. Input is 1D, size is 2'),
    ("operator_missing", 'RuntimeError: No such operator torchvision::nms'),
    ("numpy_requires_grad", '   File "/home/a/her/FedGen/FLAlgorithms/servers/serverbase.py", line 228, in evaluate\n      glob_loss = np.sum([x * y for (x, y) in zip(test_samples, test_losses)]).item() / np.sum(test_samples)\n\nRuntimeError: Can\'t call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.'),
    ("object_array", "I keep getting the following error. \nTypeError: can't convert np.ndarray of type numpy.object_. The only supported types are: float64, float32, float16, complex64, complex128, int64, int32, int16, int8, uint8, and bool.\n\nwith another input I get TypeError: can't multiply sequence by non-int of type 'float'"),
    ("inplace", 'RuntimeError: one of the variables needed for gradient computation has been modified by an inplace operation: [torch.FloatTensor [1, 2, 2]], which is output 0 of AsStridedBackward0, is at version 1; expected version 0 instead. Hint: the backtrace further above shows the operation that failed to compute its gradient. The variable in question was changed in there or anywhere later. Good luck!/usr/local/lib/python3.7/dist-packages/torch/autograd/__init__.py:175: UserWarning: Error detected in BmmBackward0. Traceback of forward call that caused the error:\n  File "/usr/lib/python3.7/runpy.py", line 193, in _run_module_as_main\n    "__main__", mod_spec)'),
    ("legacy_function", 'File "/usr/local/lib/python3.6/dist-packages/torch/autograd/function.py", line 145, in __call__\n    "Legacy autograd function with non-static forward method is deprecated. "\nRuntimeError: Legacy autograd function with non-static forward method is deprecated. Please use new-style autograd function with static forward method.'),
    ("img_pil", '  File "/home/a/anaconda3/envs/huangsz/lib/python3.8/site-packages/torchvision/transforms/functional.py", line 319, in resize\n    raise TypeError(\'img should be PIL Image. Got {}\'.format(type(img)))\nTypeError: img should be PIL Image. Got <class \'torch.Tensor\'>'),
    ("download_failed", 'Exception has occurred: HTTPError       (note: full exception trace is shown but execution is paused at: _run_module_as_main)\nHTTP Error 403: Forbidden\n  File "C:\\Users\\a\\AppData\\Local\\Programs\\Python\\Python38\\Lib\\urllib\\request.py", line 649, in http_error_default\n    raise HTTPError(req.full_url, code, msg, hdrs, fp)\n  File "C:\\x\\site-packages\\torchvision\\datasets\\mnist.py", line 148, in download\n    download_and_extract_archive(url, download_root=self.raw_folder)'),
    ("forward_args", '  File "/usr/local/lib/python3.7/dist-packages/torch/nn/modules/module.py", line 1102, in _call_impl\n    return forward_call(*input, **kwargs)\nTypeError: forward() missing 1 required positional argument: \'iteration\'`'),
    ("total_steps", '  File "/home/a/anaconda3/envs/growsp2/lib/python3.8/site-packages/torch/optim/lr_scheduler.py", line 1571, in get_lr\n    raise ValueError("Tried to step {} times. The specified number of total steps is {}"\nValueError: Tried to step 60002 times. The specified number of total steps is 60000'),
    ("moved_module", 'torch/_linalg_utils.py", line 104, in solve\n    raise RuntimeError(\nRuntimeError: This function was deprecated since version 1.9 and is now removed. Please use the `torch.linalg.solve` function instead.'),
    ("nll_dtype", '  File "/home/a/anaconda3/envs/VNet/lib/python3.9/site-packages/torch/nn/functional.py", line 3026, in cross_entropy\n    return torch._C._nn.cross_entropy_loss(input, target, weight, _Reduction.get_enum(reduction), ignore_index, label_smoothing)\nRuntimeError: Expected floating point type for target with class probabilities, got Long'),
    ("invalid_arguments", '    return cast(kaiming_normal(torch.Tensor(no, ni, k, k)))\nTypeError: new() received an invalid combination of arguments - got (Tensor, int, int, int), but expected one of:\n * (torch.device device)\n * (tuple of ints size, torch.device device)\n * (torch.Storage storage)\n * (Tensor other)\n * (object data, torch.device device)'),
    ("broadcast_inplace", "--> 335     tensor.sub_(mean).div_(std)\n    336     return tensor\n    337 \n\nRuntimeError: output with shape [1, 28, 28] doesn't match the broadcast shape [3, 28, 28]"),
    ("tensorboard_broken", 'tensorboard/compat/proto/tensor_shape_pb2.py", line 36, in <module>\n    _descriptor.FieldDescriptor(\nTypeError: Descriptors cannot not be created directly.\nIf this call came from a _pb2.py file, your generated code is out of date and must be regenerated with protoc >= 3.19.0.'),
    ("dim_range", 'In [5]:\n#调用交叉熵损失\nloss_nn = criterion(output, label)\nloss_nn\n\nIndexError: Dimension out of range (expected to be in range of [-1, 0], but got 1)'),
    ("image_folder", '../../anaconda3/envs/CenterNet/lib/python3.6/site-packages/torchvision/datasets/folder.py:79: in __init__\n    "Supported extensions are: " + ",".join(extensions)))\nE   RuntimeError: Found 0 files in subfolders of: /home/a/centerNet-deep-sort-master/deep/data/train\nE   Supported extensions are: .jpg,.jpeg,.png,.ppm,.bmp,.pgm,.tif\n!!!!!!!!!!!!!!!!!!! Interrupted: 1 errors during collection !!!!!!!!!!!!!!!!!!!!'),
    ("index_dtype", "-> 1852     return torch.embedding(weight, input, padding_idx, scale_grad_by_freq, sparse)\n\nRuntimeError: Expected tensor for argument #1 'indices' to have scalar type Long; but got torch.cuda.IntTensor instead (while checking arguments for embedding)"),
    ("empty_reduce", '    is_in_boxes = reg_targets_per_im.min(dim=2)[0] > 0\n\nRuntimeError: cannot perform reduction function min on tensor with no elements because the operation does not have an identity'),
    ("cudnn_failed", '  File "/lib/python3.6/site-packages/torch/nn/modules/conv.py", line 320, in forward\n    self.padding, self.dilation, self.groups)\nRuntimeError: cuDNN error: CUDNN_STATUS_BAD_PARAM'),
    ("list_of_tensors", '  File "/home/a/OICR-pytorch/lib/model/oicr/oicr.py", line 68, in forward\n    nb = int(num_boxes[:,0].item())\nValueError: only one element tensors can be converted to Python scalars.\n\nDuring handling of the above exception, another exception occurred:\n\n    nb = int(num_boxes.item())\nValueError: only one element tensors can be converted to Python scalars.'),
    ("ambiguous", '            bool(logits_soft_cap),\n        )\nE       RuntimeError: Boolean value of Tensor with more than one value is ambiguous'),
    ("super_init", '>   File "/usr/local/lib/python3.6/dist-packages/torch/nn/modules/module.py", line 565, in __setattr__\n>     "cannot assign module before Module.__init__() call")\n> AttributeError: cannot assign module before Module.__init__() call'),
    ("cholesky", 'torch._C._LinAlgError: torch.linalg_cholesky: (Batch element 11): The factorization could not be completed because the input is not positive-definite (the leading minor of order 48 is not positive-definite).'),
    ("functional_moved", 'UserWarning: torch.nn.utils.clip_grad_norm is now deprecated in favor of torch.nn.utils.clip_grad_norm_.'),
    ("invalid_arguments", "RuntimeError: expected Variable (got 'torch.cuda.FloatTensor')"),
    ("bmm", 'RuntimeError: invalid argument 6: expected 3D tensor at /home/a/soft/pytorch/torch/lib/THC/generic/THCTensorMathBlas.cu:442'),
    ("gradient_invalid", 'RuntimeError: Expected isFloatingType(grads[i].type().scalarType()) to be true, but got false.  (Could this error message be improved?  If so, please report an enhancement request to PyTorch.)'),
    ("invalid_arguments", 'TypeError: FloatClassNLLCriterion_updateOutput received an invalid combination of arguments - got (int, torch.FloatTensor, torch.FloatTensor, torch.FloatTensor, bool, NoneType, torch.FloatTensor), but expected (int state, torch.FloatTensor input, torch.LongTensor target, torch.FloatTensor output, bool sizeAverage, [torch.FloatTensor weights or None], torch.FloatTensor total_weight)'),
    ("client_socket", "WARNING:torch.distributed.elastic.rendezvous.dynamic_rendezvous:The node 'node04.localdomain_3882442_0' has failed to shutdown the rendezvous '9987b766-350c-48bf-aa45-cfc2da182f33' due to an error of type RendezvousConnectionError."),
    ("deserialize_cpu", "RuntimeError: please use torch.load with map_location=torch.device('cpu') to map your storages to the CPU."),
    ("expected_ndarray", 'RuntimeError: from_numpy expects an np.ndarray but got Image'),
    ("img_pil", '  File "D:\\anaconda3\\envs\\adarnn\\lib\\site-packages\\torchvision\\transforms\\functional.py", line 494, in resized_crop\n    assert _is_pil_image(img), \'img should be PIL Image\'\nAssertionError: img should be PIL Image'),
    ("invalid_ordinal", 'RuntimeError: 0 <= device && device < device_num INTERNAL ASSERT FAILED at /opt/conda/conda-bld/pytorch_1565272271120/work/c10/cuda/CUDACachingAllocator.cpp:667, please report a bug to PyTorch. Invalid device argument.'),
    ("illegal_access", 'RuntimeError: an illegal memory access was encountered at src/convolution.cu:259'),
    ("iterate_zero_dim", 'RuntimeError: chunk expects at least a 1-dimensional tensor'),
    ("parameter_assign", 'KeyError: "attribute \'weight\' already exists"'),
    ("parameter_assign", 'KeyError: \'module name can\\\'t contain "."\''),
    ("deterministic", 'RuntimeError: upsample_bilinear2d_backward_out_cuda does not have a deterministic implementation'),
    ("cuda_home", "RuntimeError: Error building extension 'fused'"),
    ("argument_type", "TypeError: can't assign a numpy.ndarray to a torch.FloatTensor"),
    ("scheduler_verbose", "AttributeError: 'MultiStepLR' object has no attribute 'verbose'"),
    ("functional_moved", 'UserWarning: This overload of add_ is deprecated:\n\tadd_(Number alpha, Tensor other)\nConsider using one of the following signatures instead:'),
    ("view_inplace", "RuntimeError: Can't detach views in-place. Use detach() instead."),
    ("once_differentiable", 'RuntimeError: derivative for aten::_scaled_dot_product_efficient_attention_backward is not implemented'),
    ("rnn_dropout", 'UserWarning: dropout option adds dropout after all but last recurrent layer, so non-zero dropout expects num_layers greater than 1, but got dropout=0.5 and num_layers=1'),
    ("no_storage", 'RuntimeError: The tensor has a non-zero number of elements, but its data is not allocated yet.'),
    ("attention_heads", 'AssertionError: query should be unbatched 2D or batched 3D tensor but received 4-D query tensor'),
    ("two_devices", 'AssertionError: Gather function not implemented for CPU tensors'),
    ("library_dll", '{"log": "OSError: [WinError 127] The specified procedure could not be found. Error loading \\"C:\\\\Py\\\\Lib\\\\torch\\\\lib\\\\shm.dll\\" or one of its dependencies."}'),
    ("matmul_shape", "RuntimeError: Expected tensor to have size 400 at dimension 1, but got size 4 for argument #2 'batch2' (while checking arguments for bmm)"),
    ("no_kernel_image", 'RuntimeError: CUDA error: invalid device function (ROIAlign_forward_cuda at /x/detectron2/layers/csrc/ROIAlign/ROIAlign_cuda.cu:361)'),
    ("cuda_home", '      File "/home/me/miniconda3/envs/seg/lib/python3.6/site-packages/torch/utils/cpp_extension.py", line 670, in build_extensions\n        build_ext.build_extensions(self)\nRuntimeError: Error compiling objects for extension'),
    ("spawn_eof", '  File "C:\\anaconda3\\envs\\ai\\lib\\site-packages\\torch\\utils\\data\\dataloader.py", line 918, in __init__\n    w.start()\n  File "C:\\anaconda3\\envs\\ai\\lib\\multiprocessing\\spawn.py", line 126, in _main\n_pickle.UnpicklingError: pickle data was truncated'),
    ("pickle_local", '  File "I:\\Anaconda\\envs\\C\\lib\\site-packages\\torch\\utils\\data\\dataloader.py", line 719, in __init__\n    w.start()\n_pickle.PicklingError: Can\'t pickle <class \'dataset.X\'>: it\'s not the same object as dataset.X'),
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
