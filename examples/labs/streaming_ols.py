# %% [markdown] lang="ko" name="title"
# # 한 컴퓨터에 담기지 않는 데이터
#
# **규칙: 최소제곱에는 데이터 전체가 아니라 $X^\top X$와 $X^\top y$만 있으면 된다. 둘은 행을 나누어 더할 수 있어서, 메모리는 행의 수에 따라 늘지 않고 프로세스끼리 합치는 데는 `all_reduce` 한 번이면 된다.**
#
# 행을 만 개에서 천만 개까지 늘려 가며 조각조각 읽어 선형 회귀를 푼다. `lstsq`와 견주고, 두 프로세스로 나누어 같은 답을 얻는다.

# %% [markdown] lang="en" name="title"
# # Data too large for one machine
#
# **The rule: least squares does not need the data, only $X^\top X$ and $X^\top y$. Both are sums over rows. So memory does not grow with the number of rows, and one `all_reduce` brings the processes together.**
#
# With ten thousand rows, and then with ten million, this lab reads them in chunks and solves a linear regression. It compares with `lstsq`, and gets the same answer from two processes.

# %%
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
# ## 조각으로 오는 데이터
#
# `chunk(index)`는 파일 하나를 읽는 일을 대신한다. 번호가 같으면 늘 같은 행 10,000개를 준다. 첫 열은 절편을 위한 1이다.

# %% [markdown] lang="en" name="chunks"
# ## Data in chunks
#
# `chunk(index)` stands for reading one file. The same number always gives the same 10,000 rows. The first column holds the ones of the intercept.

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
from rows import accumulate, chunk, solve, true_w

# %% [markdown] lang="ko" name="exact"
# ## lstsq와 같은 답
#
# 메모리에 담기는 크기에서, 조각을 이어 붙인 행렬을 `lstsq`로 푼 답과 조각마다 더해서 푼 답을 견준다.

# %% [markdown] lang="en" name="exact"
# ## The answer of lstsq
#
# Compared at a size that fits: `lstsq` on all chunks together, and the sums chunk by chunk.

# %%
chunks = [chunk(index) for index in range(10)]
X, y = torch.cat([x for x, _ in chunks]), torch.cat([y for _, y in chunks])  # (100000, 9), (100000,)
whole = torch.linalg.lstsq(X, y).solution
streamed = solve(accumulate(range(10)))
print("the same to 1e-12:", torch.allclose(whole, streamed, rtol=0, atol=1e-12))
print([round(w, 2) for w in streamed.tolist()])
del chunks, X, y

# %% [markdown] lang="ko" name="flat"
# ## 만 개에서 천만 개까지
#
# 새 프로세스에서, 조각을 하나 더할 때마다 쓰고 있는 메모리를 잰다. 천만 행을 한꺼번에 담으면 $X$만으로 720 MB다.

# %% [markdown] lang="en" name="flat"
# ## From ten thousand to ten million
#
# A process of its own measures its memory after every chunk. Ten million rows at once would take 720 MB for $X$ alone.

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
command = [sys.executable, "measure.py", *map(str, numbers)]
done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
for number, line in zip(numbers, done.stdout.splitlines()):
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
# 행(`rows`)이 늘수록 `w`의 가장 큰 오차(주황)가 1/√행 선(회색)과 나란히 줄어든다. 천 배면 30분의 1쯤으로 기대되고(√1000), 여기서는 41분의 1이었다. 메모리는 그대로다.

# %% [markdown] lang="en" name="error_falls"
# As rows grow, the largest error of `w` (orange) falls alongside the line 1/√rows (grey). For a thousand times the rows about a thirtieth is expected (√1000); here it was 1/41. Memory stays the same.

# %% [markdown] lang="ko" name="all_reduce"
# ## 두 프로세스, all_reduce 한 번
#
# 프로세스마다 자기 조각만 더하고, 끝에 한 번 서로의 합을 더한다. 오가는 것은 숫자 90개다. 데이터가 아무리 커도 그렇다.

# %% [markdown] lang="en" name="all_reduce"
# ## Two processes, one all_reduce
#
# Each process adds up its own chunks, and at the end they add up their sums, once. What travels is 90 numbers, however large the data is.

# %%
distributed = '''
import torch
import torch.distributed as dist
from rows import accumulate, solve

dist.init_process_group("gloo")
rank, world_size = dist.get_rank(), dist.get_world_size()
total = accumulate(range(rank, 100, world_size))  # every world_size-th chunk
dist.all_reduce(total)
if rank == 0:
    torch.save(solve(total), "distributed.pt")
    print(world_size, "processes,", total.numel(), "numbers sent")
dist.destroy_process_group()
'''
_ = (folder / "distributed.py").write_text(distributed)
done = subprocess.run(
    [sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc-per-node", "2", "distributed.py"],
    cwd=folder, capture_output=True, text=True,
)
if done.returncode:
    raise RuntimeError(done.stderr)
print(done.stdout, end="")
alone = solve(accumulate(range(100)))
together = torch.load(folder / "distributed.pt", weights_only=True)
print("the same to 1e-12:", torch.allclose(alone, together, rtol=0, atol=1e-12))

# %% [markdown] lang="ko" name="machines"
# ## 컴퓨터가 여럿이면
#
# `distributed.py`는 한 줄도 바뀌지 않는다. 컴퓨터마다 같은 명령을 실행하고, 첫 번째 컴퓨터의 주소를 함께 알려 준다. 아래는 컴퓨터가 둘일 때의 명령이다. 컴퓨터마다 같은 파일이 있어야 하고, 적은 포트가 열려 있어야 한다. 이어지는 코드는 한 컴퓨터에서 `torchrun`을 두 번 띄워 컴퓨터 둘을 대신한다.
#
# ```text
# torchrun --nnodes 2 --nproc-per-node 2 --rdzv-backend c10d --rdzv-endpoint 192.0.2.1:29500 distributed.py
# ```

# %% [markdown] lang="en" name="machines"
# ## On several machines
#
# `distributed.py` does not change by a line. Every machine runs the same command, which gives the address of the first. Below is the command for two machines. Each needs the same files, and the port has to be open. The code that follows starts `torchrun` twice on this one machine, in place of two.
#
# ```text
# torchrun --nnodes 2 --nproc-per-node 2 --rdzv-backend c10d --rdzv-endpoint 192.0.2.1:29500 distributed.py
# ```

# %%
import socket

with socket.socket() as free:
    free.bind(("127.0.0.1", 0))
    port = free.getsockname()[1]
command = [
    sys.executable, "-m", "torch.distributed.run", "--nnodes", "2", "--nproc-per-node", "1",
    "--rdzv-backend", "c10d", "--rdzv-endpoint", f"127.0.0.1:{port}", "--local-addr", "127.0.0.1", "distributed.py",
]
machines = [
    subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(2)
]
outputs = [machine.communicate() for machine in machines]
if any(machine.returncode for machine in machines):
    raise RuntimeError(outputs)
print("".join(printed for printed, _ in outputs), end="")
across = torch.load(folder / "distributed.pt", weights_only=True)
print("the same to 1e-12:", torch.allclose(alone, across, rtol=0, atol=1e-12))

# %% [markdown] lang="ko" name="price"
# ## 대가: 자릿수
#
# $X^\top X$의 조건수는 $X$의 조건수의 제곱이다. 열들이 서로 닮았으면 자릿수를 잃는다. 열 하나를 다른 열과 거의 같게 만들어 본다.

# %% [markdown] lang="en" name="price"
# ## The price: digits
#
# The condition number of $X^\top X$ is the square of that of $X$. Where columns are alike, digits are lost. Here one column is made nearly equal to another.

# %%
x, _ = chunk(0)
x[:, 2] = x[:, 1] + 1e-6 * x[:, 2]
target = x @ true_w
for name, w in {
    "sums ": solve(x.T @ torch.column_stack([x, target])),
    "lstsq": torch.linalg.lstsq(x, target).solution,
}.items():
    print(f"{name}: off by under 1e-6 {torch.allclose(w, true_w, rtol=0, atol=1e-6)}")
