# %% [markdown] lang="ko" name="title"
# # 직선을 네 가지로 맞춘다
#
# **규칙: 계수는 `lstsq`로 구하고, 열의 단위는 미리 맞추고, 이상치(outlier)가 있으면 제곱 대신 Huber 손실(loss)을 쓴다.**
#
# 당뇨병 데이터 442명의 체질량지수(BMI)로 1년 뒤의 진행 정도를 예측하는 직선을 정규방정식, `lstsq`, 경사 하강법, Huber 손실로 구한다. 네 방법이 같은 답을 내는 곳과 저마다 무너지는 곳을 본다.

# %% [markdown] lang="en" name="title"
# # Fit a line four ways
#
# **The rule: compute with `lstsq`, bring the columns to one scale first, and where there are outliers, take Huber's loss instead of squares.**
#
# From the body mass index (BMI) of 442 patients of the diabetes data, a line predicts how far the disease has gone a year later. The normal equations, `lstsq`, gradient descent and Huber's loss each find one. This lab shows where they agree, and where each of them breaks.

# %%
import torch
from IPython.display import SVG
from matplotlib.figure import Figure
from sklearn.datasets import load_diabetes
from torch import nn

from torchmemo.figures import BLUE, GREY, ORANGE, to_svg

torch.set_default_dtype(torch.float64)
data = load_diabetes(scaled=False)
bmi, y = torch.tensor(data.data[:, 2]), torch.tensor(data.target)  # (442,), (442,)
X = torch.stack([torch.ones_like(bmi), bmi], dim=1)  # (442, 2): the intercept's column, then the slope's
print(f"{len(y)} patients, BMI {bmi.min():.0f} to {bmi.max():.0f}, progression {y.min():.0f} to {y.max():.0f}")

# %% [markdown] lang="ko" name="normal"
# ## 정규방정식
#
# 오차 제곱의 합 $\|Xw - y\|^2$의 변화도(gradient)를 0으로 두면 $X^\top X w = X^\top y$가 된다. 미지수가 둘인 연립방정식 하나만 풀면 된다.

# %% [markdown] lang="en" name="normal"
# ## The normal equations
#
# Setting the gradient of the sum of squared errors $\|Xw - y\|^2$ to 0 gives $X^\top X w = X^\top y$. That is one system of equations with two unknowns.

# %%
w_normal = torch.linalg.solve(X.T @ X, X.T @ y)
print([round(w, 4) for w in w_normal.tolist()])

# %% [markdown] lang="ko" name="lstsq"
# ## lstsq
#
# `torch.linalg.lstsq`는 $X^\top X$를 만들지 않고 $X$를 바로 분해한다. 여기서는 답이 같다.

# %% [markdown] lang="en" name="lstsq"
# ## lstsq
#
# `torch.linalg.lstsq` factorizes $X$ itself and never forms $X^\top X$. Here the answer is the same.

# %%
w_lstsq = torch.linalg.lstsq(X, y).solution
print([round(w, 4) for w in w_lstsq.tolist()])
print("the same to 1e-9:", torch.allclose(w_normal, w_lstsq, rtol=0, atol=1e-9))

# %% [markdown] lang="ko" name="condition"
# ### 정규방정식이 무너지는 곳
#
# 조건수(condition number)는 입력의 반올림 오차가 답에서 최대 몇 배로 커지는지를 나타낸다. $X^\top X$의 조건수는 $X$의 조건수의 제곱이다. 같은 BMI에 작은 측정 차이를 더해 두 번째 열로 넣는다. `noise`가 작아질수록 두 열은 닮아 간다.

# %% [markdown] lang="en" name="condition"
# ### Where the normal equations break
#
# The condition number bounds how many times larger a rounding of the input can be in the answer. That of $X^\top X$ is the square of that of $X$. A second column holds the same BMI, measured again with a small difference. The smaller `noise` is, the more the two columns are alike.

# %%
remeasured = torch.linspace(-1, 1, len(bmi)).sin()  # what the second measurement adds
true_w = torch.tensor([-100.0, 4.0, 6.0])
for noise in [1.0, 1e-3, 1e-6]:
    X2 = torch.stack([torch.ones_like(bmi), bmi, bmi + noise * remeasured], dim=1)  # (442, 3)
    exact = X2 @ true_w  # so that we know the answer
    found = {
        "normal": torch.linalg.solve(X2.T @ X2, X2.T @ exact),
        "lstsq": torch.linalg.lstsq(X2, exact).solution,
    }
    right = {name: torch.allclose(w, true_w, rtol=0, atol=1e-4) for name, w in found.items()}
    print(f"noise {noise:g}, condition about 1e{torch.linalg.cond(X2).log10():.0f}: off by under 1e-4 {right}")

# %% [markdown] lang="ko" name="condition_follows"
# float64는 약 16자리를 갖는다. 조건수가 1e8이면 제곱은 1e16이라 정규방정식에는 한 자리도 남지 않는다. `lstsq`는 아직 여러 자리가 맞다. 오류도 경고도 없으니 조건수를 확인하는 것은 부르는 쪽의 몫이다.

# %% [markdown] lang="en" name="condition_follows"
# float64 has about 16 digits. At a condition number of 1e8 the square is 1e16, which leaves the normal equations none. `lstsq` still has several right. Neither raises nor warns, so looking at the condition number is up to the caller.

# %% [markdown] lang="ko" name="descent"
# ## 경사 하강법
#
# 평균 제곱 오차의 변화도를 따라 조금씩 내려간다. 학습률(learning rate)이 $2/\lambda$보다 작아야 하는데, $\lambda$는 헤세 행렬의 가장 큰 고윳값이다. BMI를 그대로 쓰면 고윳값이 크게 벌어져, 발산하지 않는 학습률로는 3,000걸음 뒤에도 절편이 답의 5분의 1에 못 미친다.

# %% [markdown] lang="en" name="descent"
# ## Gradient descent
#
# Walk down the gradient of the mean squared error. The learning rate has to stay under $2/\lambda$, where $\lambda$ is the largest eigenvalue of the Hessian. With BMI as it is, the eigenvalues lie so far apart that with a learning rate that converges, after 3,000 steps the intercept is not even a fifth of the way.

# %%
def descend(inputs, lr, num_steps):
    model = nn.Linear(1, 1)
    nn.init.zeros_(model.weight)
    nn.init.zeros_(model.bias)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    for _ in range(num_steps):
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(model(inputs[:, None]).squeeze(1), y)
        loss.backward()
        optimizer.step()
    return model.bias.item(), model.weight.item(), loss.item()


eigenvalues = torch.linalg.eigvalsh(2 * X.T @ X / len(y))
print(f"the limit of lr: {2 / eigenvalues[-1]:.5f}, the eigenvalues: {eigenvalues[0]:.3f} and {eigenvalues[1]:.0f}")
for lr in [0.0013, 0.0015]:
    intercept, slope, loss = descend(bmi, lr, 3000)
    print(f"lr={lr}: {'diverged' if not loss < 1e6 else f'{intercept:.2f} + {slope:.3f} bmi'}")

# %% [markdown] lang="ko" name="scale"
# ### 단위를 맞추면
#
# 평균을 빼고 표준편차로 나누면 두 고윳값이 같아지고, 몇 걸음이면 닿는다. 답은 원래 단위로 되돌려 견준다.

# %% [markdown] lang="en" name="scale"
# ### On one scale
#
# Subtracting the mean and dividing by the standard deviation makes the two eigenvalues equal, and a few steps are enough. To compare, the answer is taken back to the original unit.

# %%
mean, std = bmi.mean(), bmi.std(correction=0)
for num_steps in [5, 20, 60]:
    intercept, slope, _ = descend((bmi - mean) / std, 0.2, num_steps)
    w_descent = torch.stack([intercept - slope * mean / std, slope / std])
    print(f"{num_steps:2} steps: {w_descent[0]:.4f} + {w_descent[1]:.4f} bmi")
print("the same to 1e-9:", torch.allclose(w_descent, w_lstsq, rtol=0, atol=1e-9))

# %% [markdown] lang="ko" name="huber"
# ## Huber 손실
#
# BMI가 가장 큰 사람의 값에 0이 하나 더 붙었다고 하자. 직선의 끝에 있는 점일수록 기울기를 많이 돌린다. 제곱 오차는 그 한 점에 끌려간다. `nn.HuberLoss`는 `delta`까지는 제곱이고 그 밖에서는 직선이라, 한 점이 당기는 힘에 끝이 있다.

# %% [markdown] lang="en" name="huber"
# ## Huber's loss
#
# Say that the value of the patient with the largest BMI got a zero too many. A point at the end of the line turns it most. Squared errors follow that one point. `nn.HuberLoss` is a square up to `delta` and a straight line beyond, so that the pull of a single point has a bound.

# %%
mistyped = y.clone()
worst = bmi.argmax()
mistyped[worst] *= 10
print(f"BMI {bmi[worst]:.1f}: {y[worst]:.0f} became {mistyped[worst]:.0f}")


def fit_huber(X, target, delta=60.0):
    w = torch.linalg.lstsq(X, target).solution.requires_grad_()
    optimizer = torch.optim.LBFGS([w], max_iter=500, tolerance_grad=1e-10, line_search_fn="strong_wolfe")

    def closure():
        optimizer.zero_grad()
        loss = nn.functional.huber_loss(X @ w, target, delta=delta)
        loss.backward()
        return loss

    optimizer.step(closure)
    return w.detach()


lines = {
    "lstsq": w_lstsq,
    "lstsq, mistyped": torch.linalg.lstsq(X, mistyped).solution,
    "Huber": fit_huber(X, y),
    "Huber, mistyped": fit_huber(X, mistyped),
}
for name, w in lines.items():
    print(f"{name:16} slope {w[1]:.2f}")

# %%
figure = Figure(figsize=(6, 3.4), layout="constrained")
axes = figure.subplots()
axes.plot(bmi, y, ".", color=GREY, markersize=3)
ends = torch.tensor([18.0, 43.0])
for (name, w), color, style in zip(lines.items(), [BLUE, BLUE, ORANGE, ORANGE], ["-", "--", "-", "--"]):
    axes.plot(ends, w[0] + w[1] * ends, style, color=color, linewidth=2, label=name)
axes.set(xlabel="BMI", ylabel="progression", xlim=(17, 44), ylim=(0, 450))
axes.legend(frameon=False, loc="upper left", ncols=2)
SVG(to_svg(figure))

# %% [markdown] lang="ko" name="huber_follows"
# 442명 가운데 잘못 적은 한 값(그림 위로 벗어난 2420)이 최소제곱의 기울기를 10.2에서 14.2로 올린다. Huber의 두 직선은 거의 겹친다. Huber는 오차가 60을 넘는 36%를 덜 세게 당기므로 깨끗한 데이터에서도 답이 조금 다르다. 세로축은 진행 정도(`progression`), 점선은 잘못 적은 값(`mistyped`)이 든 데이터로 구한 직선이다.
#
# Huber가 무너지는 곳도 있다. 이상치가 오차가 아니라 BMI 쪽에 있으면 그 점은 지렛대가 되어 Huber의 직선도 끌고 간다.

# %% [markdown] lang="en" name="huber_follows"
# Of 442 values a single mistyped one, 2420 and far above the picture, raises the slope of least squares from 10.2 to 14.2. The two lines of Huber's loss nearly coincide. To Huber's loss, 36% of the errors are over 60 and pull less, so its answer differs a little even on clean data. Dashed are the lines of the mistyped data.
#
# Huber's loss breaks too. Where the outlier lies in the BMI and not in the error, the point becomes a lever and pulls that line as well.

# %%
far = X.clone()
far[worst, 1] *= 10  # the BMI has a zero too many
for name, w in {"lstsq": torch.linalg.lstsq(far, y).solution, "Huber": fit_huber(far, y)}.items():
    print(f"{name:5} slope {w[1]:.2f}")

# %% [markdown] lang="ko" name="which"
# ## 무엇을 언제
#
# | 방법 | 무너지는 곳 | 대신 |
# | --- | --- | --- |
# | 정규방정식 | 조건수가 1e8을 넘을 때 | `lstsq`, 또는 열을 정리한다 |
# | `lstsq` | 이상치. 서로 겹치는 열(CUDA의 `gels`는 틀린 답을 오류 없이 주기도 한다) | Huber. `torch.linalg.pinv` |
# | 경사 하강법 | 단위가 다른 열 | 표준화 |
# | Huber | 특징 쪽의 이상치 | 특징을 먼저 살핀다 |

# %% [markdown] lang="en" name="which"
# ## Which, and when
#
# | method | breaks at | instead |
# | --- | --- | --- |
# | normal equations | condition numbers over 1e8 | `lstsq`, or fewer columns |
# | `lstsq` | outliers; dependent columns (`gels` on CUDA may answer wrongly without an error) | Huber; `torch.linalg.pinv` |
# | gradient descent | columns in different units | standardize them |
# | Huber | outliers in the features | look at the features first |
