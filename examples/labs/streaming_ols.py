# %% [markdown] lang="ko" name="title"
# # 한 컴퓨터에 담기지 않는 데이터
#
# **규칙: 최소제곱에 필요한 것은 데이터 전체가 아니라 $X^\top X$와 $X^\top y$다. 둘은 행마다 더한 합이어서, 메모리는 행의 수에 따라 늘지 않고 프로세스끼리 합칠 때는 `all_reduce` 한 번이면 된다.**
#
# 행을 만 개에서 천만 개까지 늘려 가며 청크 단위로 읽어 선형 회귀를 푼다. `lstsq`와 비교하고, 두 프로세스로 나누어 같은 답을 얻고, 컴퓨터가 여러 대일 때 무엇이 더 필요한지 본다. CPU만 쓴다.

# %% [markdown] lang="en" name="title"
# # Data too large for one machine
#
# **The rule: least squares does not need all the data at once, only $X^\top X$ and $X^\top y$. Both are sums over rows. So memory does not grow with the number of rows, and one `all_reduce` adds up the sums of all processes.**
#
# This lab solves a linear regression on ten thousand to ten million rows, which it reads in chunks. It compares the answer with that of `lstsq`, gets the same answer from two processes, and says what several machines need. It uses only the CPU.

# %%
import os
import shlex
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

import torch
from IPython.display import SVG
from matplotlib.figure import Figure

from torchmemo.figures import GREY, ORANGE, to_svg

folder = Path(tempfile.mkdtemp())

# %% [markdown] lang="ko" name="chunks"
# ## 청크로 나뉜 데이터
#
# `chunk(index)`는 파일 하나를 읽는 일을 대신한다. 번호가 같으면 같은 행 10,000개를 준다. 첫 열은 절편을 위한 1이다. 다른 프로세스도 이 코드를 사용하므로 파일에 저장한다. 이 셀을 고치면 여기서부터 다시 실행하면 된다. 커널은 다시 시작하지 않아도 된다.

# %% [markdown] lang="en" name="chunks"
# ## Data in chunks
#
# `chunk(index)` stands in for reading one file. The same number gives the same 10,000 rows. The first column holds ones, for the intercept. Other processes use this code too, so it is saved to a file. If you edit this cell, run again from here on; the kernel need not be restarted.

# %%
source = '''
import torch

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)
rows, features = 10_000, 8
true_w = torch.arange(features + 1.0)  # the intercept 0, then 1 to 8


def chunk(index):
    generator = torch.Generator().manual_seed(index)
    x = torch.randn(rows, features + 1, generator=generator)  # (rows, features + 1)
    noise = torch.randn(rows, generator=generator)
    x[:, 0] = 1
    return x, x @ true_w + noise


def accumulate(indices):
    """Return the sums over the chunks: X'X and, in the last column, X'y."""
    total = torch.zeros(features + 1, features + 2)
    for index in indices:
        x, y = chunk(index)
        total += x.T @ torch.column_stack([x, y])
    return total


def solve(total):
    return torch.linalg.solve(total[:, :-1], total[:, -1])
'''
_ = (folder / "rows.py").write_text(source)
sys.path.insert(0, str(folder))
sys.modules.pop("rows", None)  # so that a changed text is read anew
from rows import accumulate, chunk, solve, true_w


def start(*command):
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}  # a changed file is read anew
    done = subprocess.run([sys.executable, *command], cwd=folder, env=environment, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(done.stderr)
    return done.stdout


# %% [markdown] lang="ko" name="exact"
# ## lstsq와 같은 답
#
# 메모리에 담기는 크기에서, 청크를 이어 붙인 행렬을 `lstsq`로 푼 답과 청크마다 더해서 푼 답을 비교한다.

# %% [markdown] lang="en" name="exact"
# ## The same answer as lstsq
#
# With data that fit into memory, this compares two answers: that of `lstsq` on all chunks joined together, and that of the sums over the chunks.

# %%
chunks = [chunk(index) for index in range(10)]
X, y = torch.cat([x for x, _ in chunks]), torch.cat([y for _, y in chunks])  # (100000, 9), (100000,)
whole = torch.linalg.lstsq(X, y).solution
streamed = solve(accumulate(range(10)))
print("the same to 1e-12:", torch.allclose(whole, streamed, rtol=0, atol=1e-12))
print([round(w, 2) for w in streamed.tolist()])
del chunks, X, y

# %% [markdown] lang="ko" name="flat"
# ## 행이 천만 개여도 메모리는 그대로다
#
# 새 프로세스에서, 청크를 하나 더할 때마다 쓰고 있는 메모리를 잰다. 천만 행을 한꺼번에 담으면 $X$만으로 720 MB다.

# %% [markdown] lang="en" name="flat"
# ## With ten million rows, memory stays the same
#
# A new process measures its memory after every chunk that it adds. Ten million rows at once would take 720 MB for $X$ alone.

# %%
measure = '''
import sys

import psutil
from rows import accumulate, solve, true_w

process, seen = psutil.Process(), []


def watched(indices):
    for index in indices:
        yield index
        seen.append(process.memory_info().rss)  # after this chunk was added


accumulate([0])  # what the first chunk sets up is not growth
before = process.memory_info().rss
for number in map(int, sys.argv[1:]):  # the smallest first, so that none can hide behind a larger one
    w = solve(accumulate(watched(range(number))))
    print((max(seen) - before) / 1e6, (w - true_w).abs().max().item())
'''
_ = (folder / "measure.py").write_text(measure)
numbers, errors = [1, 10, 100, 1000], []
for number, line in zip(numbers, start("measure.py", *map(str, numbers)).splitlines()):
    megabytes, error = map(float, line.split())
    errors.append(error)
    n = number * 10_000
    print(f"{n:>10,} rows, {n * 72 / 1e6:5.1f} MB of X: error {error:.5f}, memory grew by under 10 MB: {megabytes < 10}")

# %%
figure = Figure(figsize=(6, 2.8), layout="constrained")
axes = figure.subplots()
n = torch.tensor(numbers) * 10_000
axes.loglog(n, errors, "o-", color=ORANGE, label="error")
axes.loglog(n, n.double() ** -0.5, "--", color=GREY, label="1 / sqrt(rows)")
axes.set(xlabel="rows", ylabel="largest error of w", ylim=(1e-4, 1e-1))
axes.legend(frameon=False)
SVG(to_svg(figure))

# %% [markdown] lang="ko" name="error_falls"
# 행(`rows`)이 늘수록 `w`의 가장 큰 오차(주황)가 1/√행 선(회색)과 나란히 줄어든다. 행이 천 배면 오차는 30분의 1쯤이 될 것으로 기대되고(√1000), 여기서는 41분의 1이었다. 메모리는 10 MB도 늘지 않았다. 실제로 늘어난 양은 실행할 때마다 달라서 기준만 확인했다. `megabytes`를 출력하면 볼 수 있다.

# %% [markdown] lang="en" name="error_falls"
# As the number of rows grows, the largest error of `w` (orange) falls in parallel with the line 1/√rows (gray). With a thousand times the rows, about a thirtieth of the error is expected (√1000); here it was 1/41. Memory grew by less than 10 MB. The exact amount differs from run to run, so the cell only checks a limit; print `megabytes` to see the number.

# %% [markdown] lang="ko" name="all_reduce"
# ## 프로세스 두 개와 all_reduce 한 번
#
# 각 프로세스는 자기 청크만 더하고, 마지막에 한 번 모든 프로세스의 합을 더한다. 데이터의 크기와 상관없이 숫자 90개를 주고받는다. `timeout`은 다른 프로세스를 얼마나 기다릴지 정한다. 기본값은 30분이다.

# %% [markdown] lang="en" name="all_reduce"
# ## Two processes, one all_reduce
#
# Each process adds up only its own chunks, and at the end the sums of all processes are added once. They exchange 90 numbers, whatever the size of the data. `timeout` says how long to wait for the other processes; the default is 30 minutes.

# %%
distributed = '''
from datetime import timedelta

import torch
import torch.distributed as dist
from rows import accumulate, solve

dist.init_process_group("gloo", timeout=timedelta(minutes=2))
rank, world_size = dist.get_rank(), dist.get_world_size()
total = accumulate(range(rank, 100, world_size))  # every world_size-th chunk
dist.all_reduce(total)
if rank == 0:
    torch.save(solve(total), "distributed.pt")
    print(world_size, "processes,", total.numel(), "numbers sent")
dist.destroy_process_group()
'''
_ = (folder / "distributed.py").write_text(distributed)
print(start("-m", "torch.distributed.run", "--standalone", "--nproc-per-node", "2", "distributed.py"), end="")


def compare():
    together = torch.load(folder / "distributed.pt", weights_only=True)
    print("the same to 1e-12:", torch.allclose(solve(accumulate(range(100))), together, rtol=0, atol=1e-12))


compare()

# %% [markdown] lang="ko" name="machines"
# ## 컴퓨터가 여러 대일 때
#
# `distributed.py`는 한 줄도 바뀌지 않는다. 컴퓨터마다 아래의 명령을 실행한다. `first`는 컴퓨터 가운데 하나의 이름이나 주소로 모두 같고, `own`은 각 컴퓨터 자신의 주소다. 이 셀에서는 컴퓨터 한 대가 `torchrun`을 두 번 실행해 두 대를 대신하므로 둘 다 `127.0.0.1`이다. 이 사이트의 테스트는 같은 명령을 이름, 폴더, 주소가 서로 다른 두 호스트(네트워크 네임스페이스)에서도 실행한다.

# %% [markdown] lang="en" name="machines"
# ## On several machines
#
# `distributed.py` stays exactly the same. Each machine runs the command below. `first` is the name or the address of one of the machines, the same on all of them, and `own` is each machine's own address. In this cell one machine stands in for two by running `torchrun` twice, so both addresses are `127.0.0.1`. The tests of this site also run the same command on two hosts with names, folders and addresses of their own (network namespaces).

# %%
command = (
    "torchrun --nnodes 2 --nproc-per-node 1 --rdzv-backend c10d --rdzv-id ols "
    "--rdzv-endpoint {first}:{port} --local-addr {own} distributed.py"
)
with socket.socket() as free:  # on several machines: any port that is free on the first, the same for all
    free.bind(("127.0.0.1", 0))
    port = free.getsockname()[1]
environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
(folder / "distributed.pt").unlink()
machines = [
    subprocess.Popen(
        shlex.split(command.format(first="127.0.0.1", own="127.0.0.1", port=port)),
        cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )
    for _ in range(2)
]
outputs = [machine.communicate() for machine in machines]
if any(machine.returncode for machine in machines):
    raise RuntimeError(outputs)
print("".join(printed for printed, _ in outputs), end="")
compare()

# %% [markdown] lang="ko" name="needs"
# ### 실제로 두 대를 쓸 때 필요한 것
#
# - **포트.** `--rdzv-endpoint`의 포트는 처음 만날 때 쓴다. 그다음에 프로세스들은 시스템이 고른 다른 포트를 연다. 따라서 컴퓨터끼리는 모든 포트로 통신할 수 있어야 한다(사설 네트워크).
# - **랭크 0.** 랭크는 `--local-addr`를 문자열로 정렬한 순서로 정해진다. `first`로 지정한 컴퓨터가 랭크 0이라는 보장은 없다. 랭크 0이 저장한 파일은 그 컴퓨터에 남으므로 공유 저장소에 저장하는 것이 좋다. 랭크 0인 컴퓨터를 직접 정하려면 `--rdzv-…`와 `--local-addr` 대신 컴퓨터마다 `--node-rank 0`, `--node-rank 1`을, 모두에 `--master-addr`와 `--master-port`를 준다.
# - **이름.** `first`로 지정한 컴퓨터는 그 주소가 자신의 것임을 알아야 한다. Debian과 Ubuntu에서는 호스트 이름이 흔히 127.0.1.1을 가리키는데, 그러면 주소만으로는 알 수 없어 어느 컴퓨터도 포트를 열지 않는다. `first`에 호스트 이름을 적거나, 그 컴퓨터에만 `--rdzv-conf is_host=1`을 준다.
# - **네트워크 인터페이스.** 같은 이유로 gloo가 127.0.1.1을 쓰면 서로 연결되지 않는다. `ip addr`가 보여 주는 이름으로 `GLOO_SOCKET_IFNAME=eth0`처럼 설정한다. NCCL에는 `NCCL_SOCKET_IFNAME`이 있다.
# - **파일.** 스크립트와 라이브러리의 버전은 모든 컴퓨터에서 같아야 한다. 데이터는 각 프로세스가 자기 청크만 읽지만, 누가 어느 랭크가 될지는 시작할 때 정해지므로 모두가 읽을 수 있는 저장소에 두어야 한다.
# - **제한 시간.** 한 프로세스가 멈추면 나머지는 `timeout`까지 기다린 뒤 오류를 낸다.
# - **작업 이름.** 같은 주소를 쓰는 작업이 두 개면 `--rdzv-id`가 달라야 한다.
#
# Slurm에서는 다음 한 줄이면 된다(여기서 실행해 보지는 못했다. GPU가 있으면 `--nproc-per-node gpu`).
#
# ```text
# srun --nodes 2 --ntasks-per-node 1 bash -c 'torchrun --nnodes 2 --nproc-per-node 1 --rdzv-backend c10d --rdzv-id $SLURM_JOB_ID --rdzv-endpoint $(scontrol show hostnames $SLURM_JOB_NODELIST | head -n 1):29500 distributed.py'
# ```

# %% [markdown] lang="en" name="needs"
# ### What two real machines need
#
# - **Ports.** The port of `--rdzv-endpoint` is only for the first contact. After that the processes open other ports, which the system picks. So the machines have to reach each other on all ports (a private network).
# - **Rank 0.** Ranks are given in the order of the `--local-addr` values, sorted as text, so the machine named by `first` need not get rank 0. A file that rank 0 saves stays on its machine, so save to shared storage. To choose the machine of rank 0, leave out `--rdzv-…` and `--local-addr`; give `--node-rank 0` to one machine and `--node-rank 1` to the other, and `--master-addr` and `--master-port` to both.
# - **Names.** The machine named by `first` has to recognize that this is its own address. On Debian and Ubuntu a host name often resolves to 127.0.1.1; then the machine does not recognize its address, and no machine opens the port. Write the host name as `first`, or pass `--rdzv-conf is_host=1` only on that machine.
# - **Network interfaces.** For the same reason gloo may use 127.0.1.1, and then the processes do not reach each other. Set `GLOO_SOCKET_IFNAME=eth0`, with the name that `ip addr` shows. NCCL has `NCCL_SOCKET_IFNAME`.
# - **Files.** The scripts and the versions of the libraries have to be the same on all machines. Each process reads only its own chunks of the data; but ranks are assigned at the start, so keep the chunks on storage that all machines can read.
# - **A time-out.** If one process stops, the others wait until `timeout` and then raise an error.
# - **A name for the job.** Two jobs that use the same address need different values of `--rdzv-id`.
#
# With Slurm it is one line (not run here; with GPUs, `--nproc-per-node gpu`).
#
# ```text
# srun --nodes 2 --ntasks-per-node 1 bash -c 'torchrun --nnodes 2 --nproc-per-node 1 --rdzv-backend c10d --rdzv-id $SLURM_JOB_ID --rdzv-endpoint $(scontrol show hostnames $SLURM_JOB_NODELIST | head -n 1):29500 distributed.py'
# ```

# %% [markdown] lang="ko" name="price"
# ## 대가: 열이 서로 비슷하면 자릿수를 잃는다
#
# $X^\top X$의 조건수(condition number)는 $X$의 조건수의 제곱이다. 조건수는 입력의 반올림 오차가 답에서 최대 몇 배로 커지는지를 나타낸다. 열 하나를 다른 열과 거의 같게 만들어, 합으로 구한 답과 `lstsq`의 답을 비교한다.
#
# 이를 피하려면 $X^\top X$를 만들지 않으면 된다. 청크마다 QR 분해의 $R$만 남겨도 크기는 $X^\top X$와 같고, 두 $R$을 쌓아 다시 분해하면 합친 데이터의 $R$이 된다(TSQR). 프로세스끼리는 `all_reduce` 대신 $R$을 모아(`all_gather`) 한 번 더 분해하면 된다.

# %% [markdown] lang="en" name="price"
# ## The price: if columns are nearly alike, digits are lost
#
# The condition number of $X^\top X$ is the square of that of $X$. It says by what factor, at most, rounding errors of the input grow in the answer. Here one column is made nearly equal to another, to compare the answer from the sums with that of `lstsq`.
#
# To avoid this, do not form $X^\top X$. Keep the $R$ of a QR decomposition of each chunk: it is no larger than $X^\top X$, and two of them, stacked and decomposed again, give the $R$ of both chunks together (TSQR). Between processes, gather the $R$s (`all_gather`) instead of calling `all_reduce`, and decompose once more.

# %%
x, _ = chunk(0)
x[:, 2] = x[:, 1] + 1e-6 * x[:, 2]
target = x @ true_w


def triangle(rows):
    return torch.linalg.qr(rows, mode="r").R  # (features + 2, features + 2)


halves = torch.column_stack([x, target]).chunk(2)  # as if two processes had them
R = triangle(torch.cat([triangle(half) for half in halves]))
for name, w in {
    "sums ": solve(x.T @ torch.column_stack([x, target])),
    "lstsq": torch.linalg.lstsq(x, target).solution,
    "QR   ": torch.linalg.solve_triangular(R[:-1, :-1], R[:-1, -1:], upper=True).squeeze(1),
}.items():
    print(f"{name}: off by under 1e-6 {torch.allclose(w, true_w, rtol=0, atol=1e-6)}")

# %% [markdown] lang="ko" name="change"
# ## 바꾸어 보기
#
# 셀을 고치고 그 셀부터 다시 실행한다.
#
# 1. `features`를 12로 바꾼다. 주고받는 숫자는 몇 개가 되는가? (13 × 14 = 182)
# 2. 마지막 셀의 `1e-6`을 `1e-3`으로 바꾼다. 어느 방법이 다시 맞는가? (셋 다 맞는다.)
# 3. `--nnodes 2`와 `range(2)`를 3으로 바꾼다. 100은 3의 배수가 아닌데도 답은 같은가? (같다. 청크를 세 프로세스가 34, 33, 33개씩 더할 뿐이다.)

# %% [markdown] lang="en" name="change"
# ## Change it
#
# Edit a cell and run again from that cell on.
#
# 1. Set `features` to 12. How many numbers are sent? (13 × 14 = 182)
# 2. Change the `1e-6` of the last cell to `1e-3`. Which methods are now right? (All three.)
# 3. Change `--nnodes 2` and `range(2)` to 3. 100 is no multiple of 3: is the answer the same? (It is. The three processes add up 34, 33 and 33 chunks.)
