# %% [markdown] lang="ko" name="title"
# # L1과 L2 정규화에서 남는 특징
#
# **규칙: L1은 계수를 정확히 0으로 만들고 L2는 크기를 줄인다. 다만 0을 만드는 것은 근접 단계(proximal step)다. 손실(loss)에 L1 항을 더해 변화도(gradient, 기울기)로 갱신해서는 정확한 0이 되지 않는다.**
#
# 당뇨병 데이터의 특징 10개에 무작위 잡음 열 5개를 추가한다. L1과 L2 정규화(regularization)의 세기 $\lambda$를 바꾸어 가며 어떤 특징이 남는지 보고, scikit-learn의 Lasso 경로와 비교한다. CPU만 쓴다.

# %% [markdown] lang="en" name="title"
# # Which features L1 and L2 keep
#
# **The rule: L1 makes coefficients exactly 0, L2 makes them smaller. But it is the proximal step that makes the zeros. Updates along the gradient of an L1 term in the loss do not give exact zeros.**
#
# Five columns of random noise are added to the ten features of the diabetes data. This lab changes the strength $\lambda$ of L1 and L2 regularization, looks at which features are left, and compares them with the path of scikit-learn's Lasso. It uses only the CPU.

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
# ## L2: 특징이 모두 남는다
#
# $\frac{1}{2n}\|Xw-y\|^2 + \frac{\lambda}{2}\|w\|_2^2$의 답은 식 하나로 구한다. 열을 표준화하지 않으면 값의 폭이 작은 특징, 곧 큰 단위로 잰 특징의 계수가 더 많이 줄어든다.

# %% [markdown] lang="en" name="ridge"
# ## L2: all features stay
#
# The answer to $\frac{1}{2n}\|Xw-y\|^2 + \frac{\lambda}{2}\|w\|_2^2$ is given by one formula. If the columns were not standardized, the coefficients of features with a small spread, that is, those measured in large units, would shrink more than others.

# %%
n = len(y)
gram, moment = X.T @ X / n, X.T @ y / n  # (15, 15), (15,)


def ridge(lam):
    return torch.linalg.solve(gram + lam * torch.eye(15), moment)


for lam in [0.1, 1, 10, 100]:
    w = ridge(lam)
    print(f"lambda {lam:5}: {(w == 0).sum()} of 15 are 0, the largest {w.abs().max():5.2f}, the smallest {w.abs().min():.4f}")

# %% [markdown] lang="ko" name="lasso"
# ## L1: 특징이 하나씩 빠진다
#
# $\frac{1}{2n}\|Xw-y\|^2 + \lambda\|w\|_1$의 답은 식으로 구할 수 없다. 제곱 항의 변화도로 한 스텝 갱신하고 `soft_threshold`로 0 쪽으로 줄이는 일을 반복한다. 스텝 크기는 헤세 행렬의 가장 큰 고윳값의 역수다.

# %% [markdown] lang="en" name="lasso"
# ## L1: features drop out one by one
#
# There is no formula for $\frac{1}{2n}\|Xw-y\|^2 + \lambda\|w\|_1$. Each iteration takes one step against the gradient of the squared term and then moves all coefficients towards 0 with `soft_threshold`. The step size is one over the largest eigenvalue of the Hessian.

# %%
step = 1 / torch.linalg.eigvalsh(gram)[-1]


def proximal(lam, w, gram=gram, moment=moment, num_steps=20_000):
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
# ## Lasso의 경로와 비교한다
#
# scikit-learn의 `lasso_path`는 좌표 하강법으로 같은 문제를 푼다.

# %% [markdown] lang="en" name="path"
# ## The same path as Lasso's
#
# scikit-learn's `lasso_path` solves the same problem by coordinate descent.

# %%
_, coefficients, _ = lasso_path(X.numpy(), y.numpy(), alphas=lams.numpy(), tol=1e-12, max_iter=100_000)
oracle = torch.from_numpy(coefficients.T.copy())  # (60, 15), in the order of alphas: largest first
print("the same to 1e-6:", torch.allclose(l1_path, oracle, rtol=0, atol=1e-6))
print("the same zeros:  ", torch.equal(l1_path == 0, oracle == 0))

# %% [markdown] lang="ko" name="subgradient"
# ## 손실에 L1을 더하면 0이 되지 않는다
#
# 같은 $\lambda$를 손실에 더해 `backward()`와 SGD로 푼다. `abs`의 변화도는 -1이나 1이어서 계수가 0을 지나쳐 오간다. 5,000스텝 뒤에도 정확히 0인 계수가 없으므로, "0이 아닌 것"을 세는 코드는 특징이 모두 남았다고 답한다.

# %% [markdown] lang="en" name="subgradient"
# ## With L1 in the loss, no coefficient becomes 0
#
# The term with the same $\lambda$ is added to the loss, which is minimized with `backward()` and SGD. The gradient of `abs` is -1 or 1, so a coefficient goes back and forth across 0. After 5,000 steps none is exactly 0, so code that counts the coefficients that are not 0 reports that all features are left.

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
# 왼쪽에서 오른쪽으로 λ(`lambda`)가 작아질 때의 계수다. L1에서는 `bmi`와 `s5`(주황)가 먼저 0이 아니게 되고, 잡음 열(회색)은 λ가 그 10분의 1이 될 때까지 0이다. 다만 λ를 더 낮추면 잡음 열이 실제 특징인 `s4`, `age`, `s2`보다 먼저 0이 아니게 된다. 어떤 λ를 쓸지는 검증 데이터로 정해야 한다. L2에서는 처음부터 0인 계수가 없고, 대부분의 계수는 크기가 함께 커진다.

# %% [markdown] lang="en" name="paths"
# These are the coefficients as λ (`lambda`) falls, from left to right. With L1, `bmi` and `s5` (orange) are the first that are not 0, and the noise columns (gray) are 0 until λ is under a tenth of that. As λ falls further, though, noise columns become nonzero before the real features `s4`, `age` and `s2`. Choose λ with validation data. With L2 no coefficient is 0, from the start on, and most of them grow in size together.

# %% [markdown] lang="ko" name="caution"
# ## 남은 특징이 원인이라는 뜻은 아니다
#
# L1은 서로 상관이 큰 특징 가운데 하나만 남기기 쉽다. `s1`과 `s2`는 상관계수가 0.9에 가깝다. 빠진 특징이 쓸모없다는 뜻이 아니라, 남은 특징의 계수에 그 영향까지 들어 있다는 뜻이다.

# %% [markdown] lang="en" name="caution"
# ## A feature that is left is not necessarily a cause
#
# Of highly correlated features, L1 tends to keep one. `s1` and `s2` have a correlation of almost 0.9. A feature that is gone is not useless: the coefficient of the one that stayed includes its effect.

# %%
at = 36  # which lambda
s1, s2 = names.index("s1"), names.index("s2")
print(f"s1 and s2: correlation {torch.corrcoef(X.T)[s1, s2]:.2f}")
without = [index for index in range(15) if index != s1]
alone = proximal(lams[at], torch.zeros(14), gram[without][:, without], moment[without])  # as if s1 had not been measured
print(f"lambda {lams[at]:.2f}, beside s1: s1 {l1_path[at, s1]:.1f}, s2 {l1_path[at, s2]:.1f}")
print(f"lambda {lams[at]:.2f}, without s1: s2 {alone[without.index(s2)]:.1f}")

# %% [markdown] lang="ko" name="change"
# ## 바꾸어 보기
#
# 셀을 고치고 그 셀부터 다시 실행한다. 첫 셀을 고치면 처음부터 실행해야 한다.
#
# 1. 손실에 L1 항을 더하는 셀의 `5000`을 `20000`으로 바꾼다. 0인 계수가 생기는가? (생기지 않는다.)
# 2. 첫 셀의 `manual_seed(0)`을 `1`로 바꾼다. `bmi`와 `s5`는 여전히 먼저 남는가? (그렇다. 잡음 열만 달라진다.)
# 3. 앞 셀의 `at`을 12로 바꾼다(λ가 커진다). `s1`과 `s2`는 얼마가 되는가? (둘 다 0이다.)

# %% [markdown] lang="en" name="change"
# ## Change it
#
# Edit a cell and run again from that cell on. If you edit the first cell, run all of them.
#
# 1. In the cell with the L1 term in the loss, change `5000` to `20000`. Does a coefficient become 0? (None does.)
# 2. In the first cell, change `manual_seed(0)` to `1`. Are `bmi` and `s5` still the first to be left? (They are; the noise columns differ.)
# 3. In the cell above, set `at` to 12 (a larger λ). What are `s1` and `s2` now? (Both are 0.)
