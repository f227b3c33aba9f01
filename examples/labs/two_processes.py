# %% [markdown] lang="ko" name="title"
# # 프로세스 하나, 둘, 결과는 하나
#
# **규칙: 프로세스를 둘로 늘려도 같은 모델이 되려면 시작점이 같고, 한 걸음에 보는 표본이 같고, 변화도(gradient)를 평균 내야 한다.**
#
# 같은 학습을 세 번 한다. 보통의 torch로 한 프로세스에서, `DistributedDataParallel`(DDP)로 두 프로세스에서, Accelerate로 두 프로세스에서. 끝의 가중치를 견준다. GPU는 필요 없다.

# %% [markdown] lang="en" name="title"
# # One process, two, one result
#
# **The rule: for two processes to end with the model of one, they have to start from the same point, see the same samples in a step, and average their gradients.**
#
# The same training three times: by plain torch in one process, by `DistributedDataParallel` (DDP) in two, by Accelerate in two. The weights at the end are compared. It needs no GPU.

# %%
import subprocess
import sys
import tempfile
from pathlib import Path

import torch
from sklearn.datasets import load_digits
from torch import nn
from torch.utils.data import DataLoader

folder = Path(tempfile.mkdtemp())
digits = load_digits()
torch.save((torch.tensor(digits.data / 16), torch.tensor(digits.target)), folder / "digits.pt")

# %% [markdown] lang="ko" name="shared"
# ## 셋이 함께 쓰는 것
#
# 여러 프로세스가 읽을 코드는 파일에 있어야 한다. 데이터와 모델을 `task.py`에 적는다. 시드를 고정해 어느 프로세스에서나 같은 가중치에서 시작한다. float64를 쓰면 세 결과의 차이가 반올림 때문인지 알아보기 쉽다.

# %% [markdown] lang="en" name="shared"
# ## What the three share
#
# Code that several processes read has to be in a file. The data and the model go into `task.py`. A fixed seed makes every process start from the same weights. float64 makes it easy to tell whether the three results differ by rounding alone.

# %%
task = '''
from pathlib import Path

import torch
from torch import nn
from torch.utils.data import TensorDataset

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)
batch_size, num_epochs, lr = 64, 3, 0.1


def make():
    torch.manual_seed(0)
    x, y = torch.load(Path(__file__).with_name("digits.pt"), weights_only=True)
    dataset = TensorDataset(x[:1792], y[:1792])  # 28 batches of 64, none smaller
    model = nn.Sequential(nn.Linear(64, 32), nn.Tanh(), nn.Linear(32, 10))
    return dataset, model, torch.optim.SGD(model.parameters(), lr=lr, momentum=0.9)
'''
_ = (folder / "task.py").write_text(task)

# %% [markdown] lang="ko" name="plain"
# ## 보통의 torch, 한 프로세스

# %% [markdown] lang="en" name="plain"
# ## Plain torch, one process

# %%
sys.path.insert(0, str(folder))
from task import batch_size, make, num_epochs

dataset, model, optimizer = make()
loader = DataLoader(dataset, batch_size=batch_size)
for epoch in range(num_epochs):
    for x, y in loader:
        optimizer.zero_grad()
        nn.functional.cross_entropy(model(x), y).backward()
        optimizer.step()
torch.save(model.state_dict(), folder / "plain.pt")
print("plain:", len(loader), "steps an epoch")

# %% [markdown] lang="ko" name="ddp"
# ## DDP, 두 프로세스
#
# 프로세스마다 배치의 반을 본다. `DistributedSampler`는 표본을 번갈아 나눠 주므로, 두 프로세스의 $k$번째 배치를 합치면 한 프로세스의 $k$번째 배치와 같은 표본이다. DDP가 변화도를 평균 내고, 크기가 같은 두 배치의 평균 손실(loss)의 평균은 합친 배치의 평균 손실이다. 견주려고, 배치를 나누지 않은 학습(`undivided`)도 이어서 한다.

# %% [markdown] lang="en" name="ddp"
# ## DDP, two processes
#
# Each process sees half of a batch. `DistributedSampler` deals the samples out in turn, so the $k$-th batches of the two together are the samples of the one process's $k$-th batch. DDP averages the gradients, and of two batches of equal size, the average of the mean losses is the mean loss of both. For comparison, it then trains without dividing the batch (`undivided`).

# %%
ddp = '''
import torch
import torch.distributed as dist
from task import batch_size, make, num_epochs
from torch import nn
from torch.nn.parallel import DistributedDataParallel
from torch.utils.data import DataLoader
from torch.utils.data.distributed import DistributedSampler

dist.init_process_group("gloo")
world_size = dist.get_world_size()
for name, size in [("ddp", batch_size // world_size), ("undivided", batch_size)]:
    dataset, net, optimizer = make()
    model = DistributedDataParallel(net)
    sampler = DistributedSampler(dataset, shuffle=False)
    loader = DataLoader(dataset, batch_size=size, sampler=sampler)
    for epoch in range(num_epochs):
        for x, y in loader:
            optimizer.zero_grad()
            nn.functional.cross_entropy(model(x), y).backward()
            optimizer.step()
    if dist.get_rank() == 0:
        torch.save(net.state_dict(), f"{name}.pt")
        print(f"{name}: {world_size} processes with {size} samples a step each, {len(loader)} steps an epoch")
    dist.monitored_barrier()  # nobody goes on before all are here
dist.destroy_process_group()
'''
_ = (folder / "ddp.py").write_text(ddp)


def torchrun(script):
    command = [sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc-per-node", "2", script]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(done.stderr)
    print(done.stdout, end="")


torchrun("ddp.py")

# %% [markdown] lang="ko" name="accelerate"
# ## Accelerate, 두 프로세스
#
# 반복문은 보통의 torch와 거의 같다. `prepare`가 모델을 DDP로 감싸고 배치를 나눠 준다. 기본값에서 `batch_size`는 프로세스 하나의 것이므로 여기서도 반으로 줄인다. GPU가 없는 컴퓨터에서는 `cpu=True`가 있어야 두 프로세스가 서로를 안다.

# %% [markdown] lang="en" name="accelerate"
# ## Accelerate, two processes
#
# The loop is nearly that of plain torch. `prepare` wraps the model in DDP and deals out the batches. By default `batch_size` is that of one process, so it is halved here as well. On a machine without a GPU it takes `cpu=True` for the two to know of each other.

# %%
accelerated = '''
import torch
from accelerate import Accelerator
from task import batch_size, make, num_epochs
from torch import nn
from torch.utils.data import DataLoader

accelerator = Accelerator(cpu=True)
dataset, model, optimizer = make()
loader = DataLoader(dataset, batch_size=batch_size // accelerator.num_processes)
model, optimizer, loader = accelerator.prepare(model, optimizer, loader)
for epoch in range(num_epochs):
    for x, y in loader:
        optimizer.zero_grad()
        accelerator.backward(nn.functional.cross_entropy(model(x), y))
        optimizer.step()
if accelerator.is_main_process:
    torch.save(accelerator.unwrap_model(model).state_dict(), "accelerated.pt")
accelerator.print("Accelerate:", accelerator.num_processes, "processes,", len(loader), "steps an epoch")
accelerator.end_training()
'''
_ = (folder / "accelerated.py").write_text(accelerated)
torchrun("accelerated.py")

# %% [markdown] lang="ko" name="compare"
# ## 견준다

# %% [markdown] lang="en" name="compare"
# ## Compare

# %%
weights = {name: torch.load(folder / f"{name}.pt", weights_only=True) for name in ["plain", "ddp", "accelerated"]}


def compare(name, other):
    apart = max((weights[name][key] - weights[other][key]).abs().max().item() for key in weights[name])
    print(f"{name} and {other}: {'the same to 1e-12' if apart < 1e-12 else f'apart by {apart:.2f}'}")


compare("plain", "ddp")
compare("plain", "accelerated")

# %% [markdown] lang="ko" name="rounding"
# 세 학습의 가중치가 float64의 반올림까지 같다. 이 모델에는 배치의 통계를 쓰는 계층이 없다. `BatchNorm`은 프로세스마다 제 몫의 평균을 쓰므로 세 조건을 지켜도 달라진다(`SyncBatchNorm`). 섞어서 학습할 때는 에폭마다 `sampler.set_epoch(epoch)`를 부른다.

# %% [markdown] lang="ko" name="forgotten"
# ## 배치를 나누지 않으면
#
# 가장 흔한 실수는 프로세스를 늘리면서 `batch_size`를 그대로 두는 것이다. 걸음 수가 반이 되고 다른 모델이 된다.

# %% [markdown] lang="en" name="rounding"
# The weights of the three trainings agree up to the rounding of float64. No layer of this model uses a batch's statistics. `BatchNorm` takes those of its own share, so it differs even then (`SyncBatchNorm`). To shuffle, call `sampler.set_epoch(epoch)` every epoch.

# %% [markdown] lang="en" name="forgotten"
# ## If the batch is not divided
#
# The most common mistake is to add processes and leave `batch_size` as it is. There are half as many steps, and it becomes another model.

# %%
weights["undivided"] = torch.load(folder / "undivided.pt", weights_only=True)
compare("plain", "undivided")
