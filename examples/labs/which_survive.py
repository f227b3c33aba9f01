# %% [markdown] lang="ko" name="title"
# # 어느 특징이 살아남는가
#
# **규칙: L1은 계수를 정확히 0으로 만들고 L2는 줄이기만 한다. 다만 0은 근접 단계(proximal step)가 만든다. 손실(loss)에 더한 L1의 변화도(gradient)로는 0에 닿지 않는다.**
#
# 당뇨병 데이터의 특징 열 개에 아무 뜻 없는 열 다섯 개를 섞는다. L1과 L2의 세기 $\lambda$를 바꾸어 가며 무엇이 남는지 보고, scikit-learn의 Lasso 경로와 견준다.

# %% [markdown] lang="en" name="title"
# # Which features survive
#
# **The rule: L1 makes coefficients exactly 0, L2 makes them smaller. But it is the proximal step that makes the zeros. The gradient of an L1 term in the loss does not reach them.**
#
# Five columns without meaning are mixed into the ten features of the diabetes data. With the strength $\lambda$ of L1 and L2 turned up, this lab watches what is left, and compares it with the path of scikit-learn's Lasso.

# %%
import torch
from IPython.display import SVG
from matplotlib.figure import Figure
from sklearn.datasets import load_diabetes
from sklearn.linear_model import lasso_path

from torchmemo import soft_threshold
from torchmemo.figures import BLUE, GREY, ORANGE, to_svg

torch.manual_seed(0)
torch.set_default_dtype(torch.float64)
data = load_diabetes()
X = torch.cat([torch.tensor(data.data), torch.randn(442, 5)], dim=1)  # (442, 10) and (442, 5)
X = (X - X.mean(0)) / X.std(0, correction=0)  # each column: mean 0, standard deviation 1
y = torch.tensor(data.target)
y = y - y.mean()  # so that no intercept is needed
names = [*data.feature_names, *(f"noise{number}" for number in range(1, 6))]
print(X.shape, names)

# %% [markdown] lang="ko" name="ridge"
# ## L2: 모두 남는다
#
# $\frac{1}{2n}\|Xw-y\|^2 + \frac{\lambda}{2}\|w\|_2^2$의 답은 식 하나로 나온다. 열을 표준화하지 않았다면 값의 폭이 작은 특징, 곧 큰 단위로 잰 특징이 더 줄어들었을 것이다.

# %% [markdown] lang="en" name="ridge"
# ## L2: all of them stay
#
# The answer to $\frac{1}{2n}\|Xw-y\|^2 + \frac{\lambda}{2}\|w\|_2^2$ is a formula. Without the standardized columns, features whose values spread little, those in large units, would shrink more than others.

# %%
n = len(y)
gram, moment = X.T @ X / n, X.T @ y / n  # (15, 15), (15,)


def ridge(lam):
    return torch.linalg.solve(gram + lam * torch.eye(15), moment)


for lam in [0.1, 1, 10, 100]:
    w = ridge(lam)
    print(f"lambda {lam:5}: {(w == 0).sum()} of 15 are 0, the largest {w.abs().max():5.2f}, the smallest {w.abs().min():.4f}")

# %% [markdown] lang="ko" name="lasso"
# ## L1: 하나씩 사라진다
#
# $\frac{1}{2n}\|Xw-y\|^2 + \lambda\|w\|_1$에는 식이 없다. 제곱항의 변화도로 한 걸음 가고, `soft_threshold`로 0쪽으로 당기기를 되풀이한다. 걸음의 크기는 헤세 행렬의 가장 큰 고윳값의 역수다.

# %% [markdown] lang="en" name="lasso"
# ## L1: they go one by one
#
# There is no formula for $\frac{1}{2n}\|Xw-y\|^2 + \lambda\|w\|_1$. One step down the gradient of the squares, then `soft_threshold` pulls towards 0, over and over. The size of the step is one over the largest eigenvalue of the Hessian.

# %%
step = 1 / torch.linalg.eigvalsh(gram)[-1]


def proximal(lam, w, num_steps=20_000):
    for _ in range(num_steps):
        previous, w = w, soft_threshold(w - step * (gram @ w - moment), step * lam)
        if (w - previous).abs().max() < 1e-10:
            break
    return w


lams = torch.logspace(1.65, -1, 60)  # from where all are 0 down to almost none
w, l1_path = torch.zeros(15), []
for lam in lams:
    w = proximal(lam, w)  # from the last answer: only a little has changed
    l1_path.append(w)
l1_path = torch.stack(l1_path)  # (60, 15)
for index in range(0, 60, 12):
    left = [name for name, value in zip(names, l1_path[index]) if value != 0]
    print(f"lambda {lams[index]:5.2f}: {len(left):2} left  {' '.join(left)}")

# %% [markdown] lang="ko" name="path"
# ## Lasso의 경로와 견준다
#
# scikit-learn의 `lasso_path`는 좌표 하강법으로 같은 문제를 푼다.

# %% [markdown] lang="en" name="path"
# ## Against Lasso's path
#
# scikit-learn's `lasso_path` solves the same problem by coordinate descent.

# %%
_, coefficients, _ = lasso_path(X.numpy(), y.numpy(), alphas=lams.numpy(), tol=1e-12, max_iter=100_000)
oracle = torch.from_numpy(coefficients.T.copy())  # (60, 15), in the order of alphas: largest first
print("the same to 1e-6:", torch.allclose(l1_path, oracle, rtol=0, atol=1e-6))
print("the same zeros:  ", torch.equal(l1_path == 0, oracle == 0))

# %% [markdown] lang="ko" name="subgradient"
# ## 손실에 L1을 더하면
#
# 같은 $\lambda$를 손실에 더해 `backward()`와 SGD로 푼다. `abs`의 변화도는 -1이나 1이라서 계수는 0을 지나쳐 왔다 갔다 한다. 걸음을 아무리 늘려도 0이 되지 않으니 "0이 아닌 것"을 세는 코드는 모두 남았다고 답한다.

# %% [markdown] lang="en" name="subgradient"
# ## With the L1 term in the loss
#
# The same $\lambda$ in the loss, with `backward()` and SGD. The gradient of `abs` is -1 or 1, so a coefficient goes back and forth across 0. However many steps there are, none becomes 0, and code that counts what is not 0 finds that all of them survived.

# %%
lam = lams[24]
w = torch.zeros(15, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=step.item())
for _ in range(5000):
    optimizer.zero_grad()
    loss = ((X @ w - y) ** 2).mean() / 2 + lam * w.abs().sum()
    loss.backward()
    optimizer.step()
print(f"lambda {lam:.2f}: in the loss {(w == 0).sum()} of 15 are 0, by proximal steps {(l1_path[24] == 0).sum()}")
gone = l1_path[24] == 0
print(f"of those that should be 0, the largest is {w[gone].abs().max():.2f}")

# %%
figure = Figure(figsize=(6, 3), layout="constrained")
l2_path = torch.stack([ridge(lam) for lam in 10 * lams])
for axes, (title, path, x) in zip(
    figure.subplots(1, 2, sharey=True), [("L1", l1_path, lams), ("L2", l2_path, 10 * lams)]
):
    for column, name in enumerate(names):
        color = GREY if "noise" in name else ORANGE if name in ("bmi", "s5") else BLUE
        axes.plot(x, path[:, column], color=color, linewidth=1.5)
    axes.set(xscale="log", xlabel="lambda", title=title)
    axes.invert_xaxis()
SVG(to_svg(figure))

# %% [markdown] lang="ko" name="paths"
# 왼쪽에서 오른쪽으로 λ(`lambda`)가 작아질 때의 계수다. L1에서는 `bmi`와 `s5`(주황)가 먼저 0을 떠나고, 뜻 없는 열(회색)은 λ가 그 10분의 1이 될 때까지 0에 머문다. 다만 λ를 더 낮추면 뜻 없는 열이 실제 특징인 `s4`, `age`, `s2`보다 먼저 들어온다. 어디서 멈출지는 검증 데이터로 정한다. L2에서는 모든 계수가 처음부터 함께 자란다.

# %% [markdown] lang="en" name="paths"
# The coefficients as λ falls, from left to right. With L1, `bmi` and `s5` (orange) leave 0 first, and the columns without meaning (grey) stay there until λ is under a tenth of that. As λ falls further, though, columns without meaning enter before the real `s4`, `age` and `s2`. Where to stop is for held-out data to say. With L2 all of them grow together from the start.

# %% [markdown] lang="ko" name="caution"
# ## 살아남았다고 원인은 아니다
#
# L1은 서로 닮은 특징 가운데 하나만 남기기 쉽다. `s1`과 `s2`는 상관계수가 0.9에 가깝다. 빠진 쪽이 쓸모없다는 뜻이 아니라, 남은 쪽이 그 몫까지 한다는 뜻이다.

# %% [markdown] lang="en" name="caution"
# ## To survive is not to cause
#
# Of features that are alike, L1 tends to keep one. `s1` and `s2` have a correlation of almost 0.9. The one that is gone is not useless; the one that stayed does its part as well.

# %%
s1, s2 = names.index("s1"), names.index("s2")
print(f"s1 and s2: correlation {torch.corrcoef(X.T)[s1, s2]:.2f}")
without = [index for index in range(15) if index != s1]
gram, moment = gram[without][:, without], moment[without]  # from here on as if s1 had not been measured
alone = proximal(lams[36], torch.zeros(14))
print(f"lambda {lams[36]:.2f}, beside s1: s1 {l1_path[36, s1]:.1f}, s2 {l1_path[36, s2]:.1f}")
print(f"lambda {lams[36]:.2f}, without s1: s2 {alone[without.index(s2)]:.1f}")
