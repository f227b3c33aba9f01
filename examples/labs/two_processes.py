# %% [markdown] lang="ko" name="title"
# # 프로세스 하나, 두 개, 결과는 하나
#
# **규칙: 프로세스를 두 개로 늘려도 같은 모델이 되려면 같은 가중치에서 시작하고, 한 스텝에 같은 표본을 보고, 변화도(gradient, 기울기)를 평균 내야 한다.**
#
# 일반 PyTorch 코드로 프로세스 하나에서, `DistributedDataParallel`(DDP)로 두 개에서, Accelerate로 두 개에서 한 번씩 학습하고 마지막 가중치를 비교한다. 그다음 조건을 하나씩 어겨 본다. CPU만 쓰므로 GPU가 없어도 되고, 있어도 쓰지 않는다.

# %% [markdown] lang="en" name="title"
# # One process, two, one result
#
# **The rule: for two processes to end with the model of one, they have to start from the same weights, see the same samples in a step, and average their gradients.**
#
# The same training runs three times: with plain PyTorch in one process, with `DistributedDataParallel` (DDP) in two, and with Accelerate in two. The lab compares the weights at the end. Then it breaks the conditions one by one. All of it runs on the CPU, even if there is a GPU.

# %%
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import torch
from sklearn.datasets import load_digits

folder = Path(tempfile.mkdtemp())
digits = load_digits()
torch.save((torch.tensor(digits.data / 16), torch.tensor(digits.target)), folder / "digits.pt")

# %% [markdown] lang="ko" name="shared"
# ## 세 학습이 함께 쓰는 코드
#
# 여러 프로세스가 실행할 코드는 파일에 있어야 한다. 데이터와 모델을 만드는 코드를 `task.py`에 저장한다. float64로 계산하면 결과의 차이가 반올림 때문인지 알아보기 쉽다. 값을 바꾸어 보려면 이 셀을 고치고 여기서부터 다시 실행하면 된다. 커널은 다시 시작하지 않아도 된다.

# %% [markdown] lang="en" name="shared"
# ## The code that the three runs share
#
# Code that several processes run has to be in a file. The code for the data and the model is saved to `task.py`. float64 makes it easy to tell whether results differ only by rounding. To change a value, edit this cell and run again from here on. The kernel need not be restarted.

# %%
task = '''
from pathlib import Path

import torch
from torch import nn
from torch.utils.data import TensorDataset

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)
batch_size, num_epochs, lr = 64, 3, 0.1


def make(seed=0):
    torch.manual_seed(seed)
    x, y = torch.load(Path(__file__).with_name("digits.pt"), weights_only=True)
    dataset = TensorDataset(x[:1792], y[:1792])  # 28 batches of 64, none smaller
    model = nn.Sequential(nn.Linear(64, 32), nn.Tanh(), nn.Linear(32, 10))
    return dataset, model, torch.optim.SGD(model.parameters(), lr=lr, momentum=0.9)
'''
_ = (folder / "task.py").write_text(task)


def start(*command):
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}  # a changed file is read anew
    done = subprocess.run([sys.executable, *command], cwd=folder, env=environment, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(done.stderr)
    print(done.stdout, end="")


# %% [markdown] lang="ko" name="plain"
# ## 일반 PyTorch, 프로세스 하나
#
# 비교의 기준이 될 학습이다. 한 스텝에 표본 64개를 본다.

# %% [markdown] lang="en" name="plain"
# ## Plain PyTorch, one process
#
# This is the training that the others are compared with. It sees 64 samples in a step.

# %%
plain = '''
import torch
from task import batch_size, make, num_epochs
from torch import nn
from torch.utils.data import DataLoader

dataset, model, optimizer = make()
loader = DataLoader(dataset, batch_size=batch_size)
for epoch in range(num_epochs):
    for x, y in loader:
        optimizer.zero_grad()
        nn.functional.cross_entropy(model(x), y).backward()
        optimizer.step()
torch.save(model.state_dict(), "plain.pt")
print("plain:", len(loader), "steps an epoch")
'''
_ = (folder / "plain.py").write_text(plain)
start("plain.py")

# %% [markdown] lang="ko" name="ddp"
# ## DDP, 프로세스 두 개
#
# 프로세스마다 배치의 절반을 본다. `DistributedSampler`가 표본을 번갈아 나누므로, 두 프로세스의 $k$번째 배치를 합치면 프로세스가 하나일 때의 $k$번째 배치와 표본이 같다. DDP는 변화도를 평균 낸다. 크기가 같은 두 배치의 평균 손실(loss)을 다시 평균 내면 합친 배치의 평균 손실이다.
#
# 첫 줄의 `ddp`가 조건을 모두 지킨 학습이다. 나머지는 조건을 하나씩 바꾼다.
#
# - `seeds`: 프로세스마다 시드가 다르다.
# - `apart`: DDP로 감싼 뒤에 한 프로세스의 가중치를 조금 바꾼다.
# - `undivided`: 배치를 나누지 않는다.
# - `alone`: 감싼 모델이 아니라 원래 모델을 호출한다.

# %% [markdown] lang="en" name="ddp"
# ## DDP, two processes
#
# Each process sees half of a batch. `DistributedSampler` gives samples to the processes in turn, so the $k$-th batches of the two processes together hold the same samples as the $k$-th batch of a single process. DDP averages the gradients, and for two batches of equal size, the average of their mean losses is the mean loss of both together.
#
# The first line, `ddp`, keeps all conditions. The others change one condition each:
#
# - `seeds`: each process has a seed of its own.
# - `apart`: after wrapping in DDP, one process changes its weights a little.
# - `undivided`: the batch is not divided.
# - `alone`: the bare model is called instead of the wrapped one.

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
rank, world_size = dist.get_rank(), dist.get_world_size()


def train(name, size=batch_size // world_size, seed=0, apart=0.0, averaged=True):
    dataset, net, optimizer = make(seed)
    model = DistributedDataParallel(net)
    with torch.no_grad():
        for parameter in net.parameters():
            parameter += apart
    sampler = DistributedSampler(dataset, shuffle=False)
    loader = DataLoader(dataset, batch_size=size, sampler=sampler)
    for epoch in range(num_epochs):
        for x, y in loader:
            optimizer.zero_grad()
            nn.functional.cross_entropy((model if averaged else net)(x), y).backward()
            optimizer.step()
    torch.save(net.state_dict(), f"{name}.{rank}.pt")
    if rank == 0:
        print(f"{name}: {world_size} processes with {size} samples a step each, {len(loader)} steps an epoch")
    dist.monitored_barrier()  # no process goes on before all are here


train("ddp")
train("seeds", seed=rank)
train("apart", apart=0.01 * rank)
train("undivided", size=batch_size)
train("alone", averaged=False)
dist.destroy_process_group()
'''
_ = (folder / "ddp.py").write_text(ddp)
torchrun = ["-m", "torch.distributed.run", "--standalone", "--nproc-per-node", "2"]
start(*torchrun, "ddp.py")

# %% [markdown] lang="ko" name="accelerate"
# ## Accelerate, 프로세스 두 개
#
# 반복문은 일반 PyTorch와 거의 같다. `prepare`가 모델을 DDP로 감싸고 배치를 나누어 준다. 기본 설정에서 `batch_size`는 프로세스 하나의 것이므로 여기서도 절반으로 줄인다. GPU가 없는 컴퓨터에서는 `cpu=True`가 있어야 두 프로세스가 서로 통신한다.

# %% [markdown] lang="en" name="accelerate"
# ## Accelerate, two processes
#
# The loop is nearly the same as in plain PyTorch. `prepare` wraps the model in DDP and gives each process its part of the batches. By default `batch_size` is that of one process, so it is halved here as well. On a machine without a GPU, the two processes communicate only with `cpu=True`.

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
start(*torchrun, "accelerated.py")

# %% [markdown] lang="ko" name="compare"
# ## 세 결과를 비교한다
#
# 두 가중치 파일에서 가장 큰 차이를 구한다.

# %% [markdown] lang="en" name="compare"
# ## Compare the three
#
# The cell computes the largest difference between the weights in two files.


# %%
def compare(name, other):
    one, two = (torch.load(folder / f"{which}.pt", weights_only=True) for which in (name, other))
    apart = max((one[key] - two[key]).abs().max().item() for key in one)
    print(f"{name} and {other}: {'the same to 1e-12' if apart < 1e-12 else f'apart by {apart:.2f}'}")


compare("plain", "ddp.0")
compare("plain", "accelerated")

# %% [markdown] lang="ko" name="rounding"
# 세 학습의 가중치가 float64의 반올림까지 같다. 이 모델에는 배치의 통계를 쓰는 계층이 없다. `BatchNorm`은 프로세스마다 자기 배치의 평균을 쓰므로 조건을 지켜도 결과가 달라진다(`SyncBatchNorm`을 쓴다). 데이터를 섞을 때는 에폭마다 `sampler.set_epoch(epoch)`을 호출해야 한다.

# %% [markdown] lang="en" name="rounding"
# The weights of the three trainings agree up to the rounding of float64. No layer of this model uses statistics of the batch. `BatchNorm` would use the mean of each process's own batch, so the results would differ even if all conditions are kept (use `SyncBatchNorm`). To shuffle, call `sampler.set_epoch(epoch)` in every epoch.

# %% [markdown] lang="ko" name="forgotten"
# ## 조건을 하나씩 어기면
#
# 시작점부터 본다. `seeds`는 시드가 달라도 결과가 같다. DDP가 만들어질 때 랭크 0의 가중치를 모든 프로세스에 복사하기 때문이다. 따라서 시작점을 어기려면 그 뒤에 바꾸어야 한다(`apart`).

# %% [markdown] lang="en" name="forgotten"
# ## Break the conditions one by one
#
# First the starting point. With different seeds (`seeds`) the result is the same, since DDP copies the weights of rank 0 to all processes when it is made. To break the condition, you have to change the weights after that (`apart`).

# %%
compare("plain", "seeds.0")
compare("plain", "apart.0")
compare("apart.0", "apart.1")

# %% [markdown] lang="ko" name="averaged"
# 그래서 시드는 모델을 만든 뒤에 프로세스마다 다르게 정하는 것이 좋다. 모두 같으면 드롭아웃과 데이터 증강까지 모든 프로세스에서 똑같아진다.
#
# 다음은 표본과 평균이다. 가장 흔한 실수는 프로세스를 늘리면서 `batch_size`를 그대로 두는 것이다(`undivided`). 스텝 수가 절반이 되어 다른 모델이 된다. 감싼 모델을 거치지 않고 호출하면(`alone`) 평균을 내지 않아 프로세스마다 다른 모델이 된다.

# %% [markdown] lang="en" name="averaged"
# So give each process a seed of its own once the model is made. With equal seeds, dropout and augmentation are the same in all processes as well.
#
# Next, the samples and the average. The most common mistake is to add processes and leave `batch_size` as it is (`undivided`): there are half as many steps, and the model becomes different. If the bare model is called instead of the wrapper (`alone`), nothing is averaged, and each process ends up with a different model.

# %%
compare("plain", "undivided.0")
compare("ddp.0", "ddp.1")
compare("alone.0", "alone.1")

# %% [markdown] lang="ko" name="change"
# ## 바꾸어 보기
#
# 셀을 고치고 그 셀부터 다시 실행한다.
#
# 1. `task.py`에서 `batch_size`를 63으로 바꾼다. `ddp`는 한 스텝에 몇 개를 보는가? `plain`과 `ddp`는 왜 달라지는가? (63은 2로 나누어떨어지지 않으므로, `ddp`는 31개씩 62개를 본다.)
# 2. `torchrun`의 `"2"`를 `"4"`로 바꾼다. `plain`과 `ddp`는 여전히 같은가? (같다. 64도 1792도 4의 배수다.)
# 3. `task.py`의 모델에 `nn.BatchNorm1d(32)`를 넣는다. `plain`과 `ddp`가 달라진다. 조건을 모두 지켰는데 왜 그런가? (학습할 때 배치 정규화는 프로세스마다 자기 배치의 평균과 분산을 쓰기 때문이다.)

# %% [markdown] lang="en" name="change"
# ## Change it
#
# Edit a cell and run again from that cell on.
#
# 1. Set `batch_size` in `task.py` to 63. How many samples does a step of `ddp` see, and why do `plain` and `ddp` differ? (63 cannot be divided by 2, so `ddp` sees 31 in each process, 62 in all.)
# 2. Change the `"2"` of `torchrun` to `"4"`. Do `plain` and `ddp` still agree? (They do: 64 and 1792 are multiples of 4.)
# 3. Put `nn.BatchNorm1d(32)` into the model of `task.py`. `plain` and `ddp` differ. All conditions are kept: why? (In training, batch normalization uses the mean and the variance of each process's own batch.)
