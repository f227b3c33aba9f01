# %% [markdown] lang="ko" name="title"
# # 함수와 계층을 직접 만든다
#
# **규칙: `forward`와 `backward`를 직접 작성한 함수는 `gradcheck`를 통과한 다음에 사용한다. 틀린 `backward`도 오류 없이 실행되고, 틀린 방향으로 학습한다.**
#
# 잡음이 섞인 신호에서 작은 값을 0으로 만드는 함수를 작성한다. 얼마보다 작은 값을 0으로 만들지 정하는 임계값(threshold)은 학습으로 찾는다. `gradcheck`로 변화도(gradient, 기울기)를 확인하고, 학습이 찾은 임계값을 여러 값을 하나씩 넣어 찾은 값과 비교한다. CPU만 쓴다.

# %% [markdown] lang="en" name="title"
# # A function and a layer of your own
#
# **The rule: a function whose `forward` and `backward` you wrote must pass `gradcheck` before you use it. A wrong `backward` runs without an error, and training goes in the wrong direction.**
#
# This lab writes a function that sets the small values of a noisy signal to 0. The threshold, below which a value counts as small, is learned. `gradcheck` checks the gradient, and the threshold that training finds is compared with the best of many that are tried one by one. It uses only the CPU.

# %%
import torch
from IPython.display import SVG
from matplotlib.figure import Figure
from torch import nn
from torch.autograd.function import once_differentiable
from torch.autograd.gradcheck import GradcheckError

from torchmemo.figures import BLUE, GREY, ORANGE, to_svg

torch.manual_seed(0)
torch.set_default_dtype(torch.float64)  # gradcheck compares with differences of 1e-6: float32 has too few digits

# %% [markdown] lang="ko" name="formula"
# ## 식
#
# 임계값 $t$에 대해 $y = \mathrm{sign}(x)\,\max(|x| - t, 0)$이다. $|x| > t$인 곳에서 $\partial y/\partial x = 1$, $\partial y/\partial t = -\mathrm{sign}(x)$이고 다른 곳에서는 둘 다 0이다. 모든 원소가 $t$ 하나를 함께 쓰므로 $t$의 변화도는 원소마다의 변화도를 더한 것이다. `once_differentiable`은 이 `backward`를 다시 미분하려 하면 틀린 답 대신 오류를 내게 한다.

# %% [markdown] lang="en" name="formula"
# ## The formula
#
# With a threshold $t$, $y = \mathrm{sign}(x)\,\max(|x| - t, 0)$. Where $|x| > t$, $\partial y/\partial x = 1$ and $\partial y/\partial t = -\mathrm{sign}(x)$; elsewhere both are 0. All elements share the one $t$, so its gradient is the sum over the elements. With `once_differentiable`, differentiating this `backward` again raises an error instead of giving a wrong answer.

# %%
class Shrink(torch.autograd.Function):
    @staticmethod
    def forward(x, t):
        return x.sign() * (x.abs() - t).clamp(min=0)

    @staticmethod
    def setup_context(ctx, inputs, output):
        ctx.save_for_backward(output)  # its sign is that of x where |x| > t, and 0 elsewhere

    @staticmethod
    @once_differentiable
    def backward(ctx, grad_output):
        (output,) = ctx.saved_tensors
        sign = output.sign()
        return grad_output * sign.abs(), -(grad_output * sign).sum()


x = torch.tensor([-3.0, 0.5, 2.0, 4.0], requires_grad=True)
t = torch.tensor(1.0, requires_grad=True)
y = Shrink.apply(x, t)
y.sum().backward()
print("y     ", y.tolist())
print("x.grad", x.grad.tolist())
print("t.grad", t.grad.item())

# %% [markdown] lang="ko" name="gradcheck"
# ## gradcheck
#
# `gradcheck`는 입력을 조금씩 움직여 잰 변화율을 `backward`의 결과와 비교한다. 꺾인 곳($|x| = t$)에서는 미분할 수 없으므로 거기서 떨어진 값을 넣는다.

# %% [markdown] lang="en" name="gradcheck"
# ## gradcheck
#
# `gradcheck` moves the inputs a little, measures the slope, and compares it with what `backward` says. At the kinks ($|x| = t$) the function has no derivative, so the inputs are chosen away from them.

# %%
x = torch.tensor([-3.0, 0.5, 2.0, 4.0], requires_grad=True)
print(torch.autograd.gradcheck(Shrink.apply, (x, t)))

# %% [markdown] lang="ko" name="wrong"
# ## 틀린 backward
#
# $t$의 변화도에서 빼기 부호를 빠뜨리는 실수가 흔하다. 오류는 나지 않고 `gradcheck`만 찾아낸다.

# %% [markdown] lang="en" name="wrong"
# ## A wrong backward
#
# A common mistake is to forget the minus in the gradient of $t$. No error is raised; only `gradcheck` finds it.

# %%
class Wrong(Shrink):
    @staticmethod
    @once_differentiable
    def backward(ctx, grad_output):
        (output,) = ctx.saved_tensors
        sign = output.sign()
        return grad_output * sign.abs(), (grad_output * sign).sum()


(grad_t,) = torch.autograd.grad(Wrong.apply(x, t).sum(), t)
print("no error: the gradient of t is", grad_t.item())
try:
    torch.autograd.gradcheck(Wrong.apply, (x, t))
except GradcheckError as error:
    print(str(error).splitlines()[0])

# %% [markdown] lang="ko" name="layer"
# ## 계층으로 만든다
#
# 학습할 값은 `nn.Parameter`여야 옵티마이저(optimizer)에 전달된다. 임계값은 음수일 수 없으므로 로그를 매개변수로 두고, 사용할 때 `exp`를 적용한다.

# %% [markdown] lang="en" name="layer"
# ## Make it a layer
#
# A value that is to be learned has to be an `nn.Parameter`, or it is not passed to the optimizer. A threshold cannot be negative, so the layer keeps its logarithm and takes `exp` where it is used.

# %%
class ShrinkLayer(nn.Module):
    def __init__(self, function=Shrink):
        super().__init__()
        self.log_t = nn.Parameter(torch.tensor(0.0))
        self.function = function

    def forward(self, x):
        return self.function.apply(x, self.log_t.exp())


print([(name, parameter.item()) for name, parameter in ShrinkLayer().named_parameters()])

# %% [markdown] lang="ko" name="train"
# ## 학습한다
#
# 깨끗한 신호는 값 20개에 하나쯤만 0이 아니다. 그 신호 전체에 표준편차 0.3의 잡음을 더한다. 결과가 깨끗한 신호에 가까워지도록 임계값을 학습한다.

# %% [markdown] lang="en" name="train"
# ## Train it
#
# In the clean signal about one value in twenty is not 0. Noise with a standard deviation of 0.3 is added to all of them. The threshold is trained to bring the result close to the clean signal.

# %%
clean = torch.where(torch.rand(2000) < 0.05, 3 * torch.randn(2000), torch.zeros(2000))
noisy = clean + 0.3 * torch.randn(2000)


def learn(function, num_steps=200):
    layer = ShrinkLayer(function)
    optimizer = torch.optim.Adam(layer.parameters(), lr=0.05)
    losses = []
    for _ in range(num_steps):
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(layer(noisy), clean)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return layer.log_t.exp().item(), losses


learned, losses = learn(Shrink)
tried = torch.linspace(0, 2, 2001)
errors = torch.stack([nn.functional.mse_loss(Shrink.apply(noisy, t), clean) for t in tried])
print(f"learned threshold {learned:.2f}, the best of {len(tried)} tried {tried[errors.argmin()]:.2f}")
print(f"error: as it came {errors[0]:.4f}, all removed {(clean**2).mean():.4f}, learned {losses[-1]:.4f}")

# %% [markdown] lang="ko" name="wrong_train"
# 틀린 `backward`로 학습해도 오류는 나지 않는다. 임계값이 반대 방향으로 움직여 신호를 모두 0으로 만든다.

# %% [markdown] lang="en" name="wrong_train"
# With the wrong `backward` training runs without an error as well. The threshold moves in the opposite direction, so that the whole signal becomes 0.

# %%
wrong_t, wrong_losses = learn(Wrong)
print(f"wrong backward: threshold {wrong_t:.0f}, error {wrong_losses[0]:.4f} at first, {wrong_losses[-1]:.4f} at the end")

# %%
figure = Figure(figsize=(6, 2.8), layout="constrained")
left, right = figure.subplots(1, 2)
left.plot(tried, errors, color=GREY, linewidth=2)
left.axvline(learned, color=ORANGE, linewidth=2)
left.set(xlabel="t", title="mse", xlim=(0, 2), ylim=(0, None))
shown = slice(0, 120)
right.plot(noisy[shown], color=GREY, linewidth=1)
right.plot(Shrink.apply(noisy, torch.tensor(learned))[shown], color=BLUE, linewidth=1.5)
right.set(title="signal", xlim=(0, 120))
SVG(to_svg(figure))

# %% [markdown] lang="ko" name="found"
# 왼쪽(`mse`)은 임계값 `t`마다의 오차(회색)와 학습이 찾은 값(주황)이고, 오른쪽(`signal`)은 잡음이 섞인 신호(회색)와 함수를 거친 신호(파랑)다. 학습이 찾은 값에서 오차가 가장 작다.

# %% [markdown] lang="en" name="found"
# On the left are the error at each threshold `t` (gray) and the threshold that training found (orange). On the right are the noisy signal (gray) and the signal after the function (blue). The error is smallest at the threshold that training found.

# %% [markdown] lang="ko" name="composed"
# ## Function이 꼭 필요했는가
#
# 이 함수는 torch의 연산만으로도 작성할 수 있고, 그러면 autograd가 `backward`를 대신 계산한다. 두 변화도는 같다. 저장할 텐서를 줄이거나 값과 다른 변화도를 쓸 때 `Function`을 작성한다. NumPy나 SciPy의 계산은 `torch.library.custom_op`으로 감싼다.

# %% [markdown] lang="en" name="composed"
# ## Was a Function needed?
#
# This function can also be written with torch operations alone, and then autograd computes the `backward`. The two gradients are equal. Write a `Function` to save fewer tensors, or to have another gradient than that of the value. For a computation of NumPy or SciPy, use `torch.library.custom_op`.

# %%
def composed(x, t):
    return x.sign() * nn.functional.relu(x.abs() - t)


t = torch.tensor(0.5, requires_grad=True)
values = noisy.clone().requires_grad_()
ours = torch.autograd.grad((Shrink.apply(values, t) ** 2).sum(), (values, t))
theirs = torch.autograd.grad((composed(values, t) ** 2).sum(), (values, t))
print([torch.allclose(a, b) for a, b in zip(ours, theirs)])

# %% [markdown] lang="ko" name="change"
# ## 바꾸어 보기
#
# 셀을 고치고 그 셀부터 다시 실행한다.
#
# 1. 잡음의 표준편차 `0.3`을 `0.1`로 바꾼다. 학습이 찾는 임계값은 커지는가, 작아지는가? (작아진다. 잡음이 작으면 0으로 만들 값도 작다. 0.14 안팎이 된다.)
# 2. `gradcheck` 셀에서 `x`의 `0.5`를 `1.0`으로 바꾼다. 왜 오류가 나는가? ($|x| = t$인 꺾인 곳이라서 양쪽의 변화율이 다르다.)
# 3. `ShrinkLayer`의 `nn.Parameter(torch.tensor(0.0))`을 `torch.tensor(0.0)`으로 바꾼다. 그 셀은 무엇을 출력하고, 학습하는 셀은 어떻게 되는가? (빈 리스트를 출력하고, 옵티마이저가 받은 매개변수가 없다는 오류가 난다.)

# %% [markdown] lang="en" name="change"
# ## Change it
#
# Edit a cell and run again from that cell on.
#
# 1. Change the standard deviation of the noise, `0.3`, to `0.1`. Is the threshold that training finds larger or smaller? (Smaller, about 0.14: where the noise is small, so are the values that become 0.)
# 2. In the cell of `gradcheck`, change the `0.5` of `x` to `1.0`. Why does it raise an error? (It is a kink, $|x| = t$, where the slopes of the two sides differ.)
# 3. In `ShrinkLayer`, change `nn.Parameter(torch.tensor(0.0))` to `torch.tensor(0.0)`. What does that cell print, and what does the cell that trains do? (It prints an empty list, and the optimizer raises an error, since it got no parameters.)
