# %% [markdown] lang="ko" name="title"
# # 네 가지 방법으로 직선 맞추기
#
# **규칙: 계수는 `lstsq`로 구하고, 열의 단위는 미리 맞추고, 이상치(outlier)가 있으면 제곱 대신 Huber 손실(loss)을 쓴다.**
#
# 당뇨병 데이터 442명의 체질량지수(BMI)로 1년 뒤 병이 진행된 정도를 예측하는 직선을 정규방정식, `lstsq`, 경사 하강법, Huber 손실로 구한다. 네 방법이 같은 답을 내는 경우와 각 방법이 실패하는 경우를 본다. CPU만 쓴다.

# %% [markdown] lang="en" name="title"
# # Fit a line four ways
#
# **The rule: compute the coefficients with `lstsq`, bring the columns to one scale first, and if there are outliers, use Huber's loss instead of squares.**
#
# A line predicts from the body mass index (BMI) of the 442 patients in the diabetes data how far the disease has progressed a year later. This lab finds the line with the normal equations, `lstsq`, gradient descent and Huber's loss. It shows when the four agree, and when each of them fails. It uses only the CPU.

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
# 잔차 제곱의 합 $\|Xw - y\|^2$의 변화도(gradient, 기울기)를 0으로 두면 $X^\top X w = X^\top y$가 된다. 미지수가 두 개인 연립방정식이다. 답은 절편과 기울기다.

# %% [markdown] lang="en" name="normal"
# ## The normal equations
#
# Setting the gradient of the sum of squared residuals $\|Xw - y\|^2$ to 0 gives $X^\top X w = X^\top y$: a system of equations with two unknowns. The answer is the intercept and the slope.

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
# ### 열이 서로 비슷하면 정규방정식은 실패한다
#
# 조건수(condition number)는 입력의 반올림 오차가 답에서 최대 몇 배로 커지는지를 나타낸다. $X^\top X$의 조건수는 $X$의 조건수의 제곱이다. 다시 잰 것처럼 BMI에 작은 차이를 더한 열을 하나 더 넣는다. `noise`가 작을수록 두 열은 선형 종속에 가까워진다(다중공선성).

# %% [markdown] lang="en" name="condition"
# ### If columns are nearly alike, the normal equations fail
#
# The condition number says by what factor, at most, rounding errors of the input grow in the answer. That of $X^\top X$ is the square of that of $X$. The cell adds a second column: the BMI with a small difference, as if measured again. The smaller `noise` is, the closer the two columns are to linearly dependent (multicollinearity).

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
# float64는 약 16자리를 갖는다. 조건수가 1e8이면 제곱은 1e16이라 정규방정식의 답은 한 자리도 맞지 않을 수 있다. `lstsq`의 답은 아직 여러 자리가 맞다. 오류도 경고도 없으므로 조건수를 `torch.linalg.cond`로 직접 확인해야 한다.

# %% [markdown] lang="en" name="condition_follows"
# float64 has about 16 digits. At a condition number of 1e8 the square is 1e16, so the answer of the normal equations may have no correct digit. That of `lstsq` still has several. There is no error and no warning, so check the condition number yourself, with `torch.linalg.cond`.

# %% [markdown] lang="ko" name="descent"
# ## 경사 하강법
#
# 평균 제곱 오차의 변화도 반대 방향으로 매개변수(parameter)를 조금씩 갱신한다. 학습률(learning rate)이 $2/\lambda$보다 작아야 수렴하는데, $\lambda$는 헤세 행렬의 가장 큰 고윳값이다. BMI를 그대로 쓰면 가장 큰 고윳값과 가장 작은 고윳값의 차이가 크다. 그래서 발산하지 않는 학습률로는 3,000스텝 뒤에도 절편이 답의 5분의 1에 이르지 못한다.

# %% [markdown] lang="en" name="descent"
# ## Gradient descent
#
# Each step changes the parameters a little, against the gradient of the mean squared error. It converges if the learning rate is below $2/\lambda$, where $\lambda$ is the largest eigenvalue of the Hessian. With BMI as it is, the largest and the smallest eigenvalue are far apart. With a learning rate that does not diverge, the intercept has not reached a fifth of its value after 3,000 steps.

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
# ### 단위를 맞추면 60스텝에 수렴한다
#
# 평균을 빼고 표준편차로 나누면 두 고윳값이 같아진다. 답은 원래 단위로 되돌려 비교한다.

# %% [markdown] lang="en" name="scale"
# ### On one scale it converges in 60 steps
#
# Subtracting the mean and dividing by the standard deviation makes the two eigenvalues equal. To compare, the answer is converted back to the original unit.

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
# BMI가 가장 큰 사람의 진행 정도에 0이 하나 더 붙었다고 하자. BMI가 평균에서 먼 점일수록 직선의 기울기를 크게 바꾼다. 제곱 오차로 구한 직선은 이 한 점 때문에 크게 달라진다. `nn.HuberLoss`는 잔차가 `delta`보다 작으면 제곱이고 크면 1차식이다. 그래서 한 점이 주는 영향에 상한이 있다.

# %% [markdown] lang="en" name="huber"
# ## Huber's loss
#
# Suppose that the progression of the patient with the largest BMI was written with one zero too many. The farther a point's BMI is from the mean, the more it changes the slope, and a line from squared errors changes a lot because of this one point. `nn.HuberLoss` is a square for residuals up to `delta` and linear beyond, so the influence of a single point is bounded.

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
# 442명 가운데 잘못 적은 한 값(그림 위로 벗어난 2420)이 최소제곱의 기울기를 10.2에서 14.2로 올린다. Huber의 두 직선은 거의 같다. 잔차가 60을 넘는 36%의 영향이 줄어들므로, 잘못 적은 값이 없는 데이터에서도 최소제곱과 답이 조금 다르다. 세로축은 진행 정도(`progression`), 점선은 잘못 적은 값(`mistyped`)이 든 데이터로 구한 직선이다.
#
# Huber도 실패할 때가 있다. 이상치가 진행 정도가 아니라 BMI에 있으면 그 점의 지렛값(leverage)이 커서 Huber의 직선도 크게 달라진다.

# %% [markdown] lang="en" name="huber_follows"
# One mistyped value of 442 (2420, above the top of the figure) raises the slope of least squares from 10.2 to 14.2. The two lines of Huber's loss are nearly the same. The 36% of residuals that are over 60 have less influence, so Huber's answer differs a little from that of least squares on the correct data, too. The dashed lines are those of the mistyped data.
#
# Huber's loss can fail too. If the outlier is in the BMI and not in the progression, the point has a high leverage, and Huber's line changes a lot as well.

# %%
far = X.clone()
far[worst, 1] *= 10  # the BMI has a zero too many
for name, w in {"lstsq": torch.linalg.lstsq(far, y).solution, "Huber": fit_huber(far, y)}.items():
    print(f"{name:5} slope {w[1]:.2f}")

# %% [markdown] lang="ko" name="which"
# ## 어떤 방법을 언제 쓰는가
#
# | 방법 | 실패하는 경우 | 대신 쓸 것 |
# | --- | --- | --- |
# | 정규방정식 | 조건수가 1e8을 넘을 때 | `lstsq`를 쓰거나 열을 줄인다 |
# | `lstsq` | 이상치가 있을 때. 선형 종속인 열이 있을 때(CUDA의 `gels`는 오류 없이 틀린 답을 내기도 한다) | Huber. `torch.linalg.pinv` |
# | 경사 하강법 | 열의 단위가 다를 때 | 열을 표준화한다 |
# | Huber | 특징에 이상치가 있을 때 | 특징을 먼저 확인한다 |

# %% [markdown] lang="en" name="which"
# ## Which method, and when
#
# | Method | Fails with | Instead |
# | --- | --- | --- |
# | normal equations | condition numbers over 1e8 | `lstsq`, or fewer columns |
# | `lstsq` | outliers; linearly dependent columns (`gels` on CUDA may give a wrong answer without an error) | Huber; `torch.linalg.pinv` |
# | gradient descent | columns in different units | standardize them |
# | Huber | outliers in the features | check the features first |

# %% [markdown] lang="ko" name="change"
# ## 바꾸어 보기
#
# 셀을 고치고 그 셀부터 다시 실행한다.
#
# 1. 조건수 셀의 `noise`에 `1e-12`를 추가한다. `lstsq`의 답은 맞는가? (맞지 않는다. 조건수가 약 1e14라, `lstsq`가 두 열을 선형 종속으로 판단하고 계수를 나누어 준다.)
# 2. 경사 하강법의 `0.0013`을 절반인 `0.00065`로 바꾼다. 3,000스텝 뒤의 절편은 어떻게 되는가? (답에서 더 멀다. 절반쯤만 움직인다.)
# 3. `fit_huber`의 `delta`를 600으로 바꾼다. 잘못 적은 값의 영향은 얼마나 커지는가? (기울기가 10.2에서 11.5로 바뀐다.)

# %% [markdown] lang="en" name="change"
# ## Change it
#
# Edit a cell and run again from that cell on.
#
# 1. Add `1e-12` to `noise` in the cell on the condition number. Is `lstsq` still right? (It is not: at a condition number of about 1e14, `lstsq` treats the two columns as linearly dependent and divides the coefficient between them.)
# 2. Halve the `0.0013` of gradient descent, to `0.00065`. Where is the intercept after 3,000 steps? (Farther from the answer: it has moved about half as far.)
# 3. Set `delta` in `fit_huber` to 600. How much does the mistyped value change the slope now? (From 10.2 to 11.5.)
