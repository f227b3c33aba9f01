# %% [markdown] lang="ko" name="title"
# # 손글씨 숫자를 맞히기까지
#
# **규칙: 학습의 한 스텝은 변화도(gradient, 기울기)를 지우고(`zero_grad`), 손실(loss)을 계산하고, 역전파하고(`backward`), 매개변수를 갱신하는(`step`) 것이다. 정확도를 잴 때는 `eval`과 `no_grad`를 함께 쓴다.**
#
# scikit-learn에 들어 있는 실제 손글씨 숫자 1,797장으로 분류기를 처음부터 학습한다. 메모에 나온 학습의 단계를 모두 거친다. 학습에 쓰지 않은 이미지를 97% 넘게 맞히는 것이 목표다.

# %% [markdown] lang="en" name="title"
# # From nothing to handwritten digits
#
# **The rule: a step of training clears the gradients (`zero_grad`), computes the loss, computes the gradients (`backward`) and updates the parameters (`step`). To measure the accuracy, use `eval` and `no_grad` together.**
#
# A classifier is trained from the start on the 1,797 real handwritten digits that come with scikit-learn. Every step of training that the memo names appears. The aim is over 97% on images that it has not seen.

# %%
import tempfile

import torch
from IPython.display import SVG
from matplotlib.figure import Figure
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
from torch import nn
from torch.utils.data import DataLoader, TensorDataset
from torch.utils.tensorboard import SummaryWriter

from torchmemo.figures import BLUE, ORANGE, to_svg

torch.manual_seed(0)
torch.set_default_dtype(torch.float64)  # so that every machine prints the same digits; float32 is the habit

# %% [markdown] lang="ko" name="data"
# ## 데이터: 배열에서 텐서로
#
# 이미지는 `(8, 8)`이고 값은 0부터 16까지다. `from_numpy`는 배열과 메모리를 공유한다. 합성곱이 받는 `(batch, channels, height, width)`가 되도록 채널 차원을 넣고, 값을 16으로 나누어 0~1 범위로 맞춘다. 다섯 장 가운데 한 장은 평가용으로 떼어 놓는다.

# %% [markdown] lang="en" name="data"
# ## The data: from arrays to tensors
#
# An image is `(8, 8)`, with values from 0 to 16. `from_numpy` shares its memory with the array. A dimension for the channel makes it the `(batch, channels, height, width)` that convolutions take, and the values are divided by 16 to lie between 0 and 1. One in five is held out for the test.

# %%
digits = load_digits()
images = torch.from_numpy(digits.images)[:, None] / 16  # (1797, 8, 8) -> (1797, 1, 8, 8)
labels = torch.from_numpy(digits.target)  # (1797,), int64: what cross_entropy asks for
train, test = train_test_split(range(len(labels)), test_size=0.2, random_state=0, stratify=labels)
train_loader = DataLoader(
    TensorDataset(images[train], labels[train]), batch_size=64, shuffle=True, generator=torch.Generator().manual_seed(0)
)
print(f"{len(train)} to learn from, {len(test)} held out; images {tuple(images.shape)}, {images.min():.0f} to {images.max():.0f}")

# %%
figure = Figure(figsize=(6, 0.9), layout="constrained")
for position, axes in enumerate(figure.subplots(1, 10)):
    axes.pcolormesh(images[position, 0].flip(0), cmap="Oranges", edgecolors="none")
    axes.set_title(labels[position].item(), fontsize=9)
    axes.set_aspect("equal")
    axes.axis("off")
SVG(to_svg(figure))

# %% [markdown] lang="ko" name="first_ten"
# 처음 10장과 그 정답이다. 가로세로 8칸뿐이라 거칠지만 모두 사람이 쓴 숫자다.

# %% [markdown] lang="ko" name="model"
# ## 모델
#
# 모델은 합성곱 계층(layer) 두 개와 선형 계층 하나로 이루어진다. `Dropout`은 학습할 때만 값을 무작위로 0으로 만들므로, 이 모델은 `train()`과 `eval()`에서 다르게 계산한다.

# %% [markdown] lang="en" name="first_ten"
# The first ten images, and which digits they are. With eight by eight cells they are coarse, but people wrote all of them.

# %% [markdown] lang="en" name="model"
# ## The model
#
# The model has two convolutions and a linear layer. `Dropout` drops values in training alone, so this model gives other results in `train()` than in `eval()`.

# %%
model = nn.Sequential(
    nn.Conv2d(1, 8, kernel_size=3, padding=1),  # (batch, 1, 8, 8) -> (batch, 8, 8, 8)
    nn.ReLU(),
    nn.Conv2d(8, 16, kernel_size=3, padding=1),  # -> (batch, 16, 8, 8)
    nn.ReLU(),
    nn.MaxPool2d(2),  # -> (batch, 16, 4, 4)
    nn.Flatten(),  # -> (batch, 256)
    nn.Dropout(0.25),
    nn.Linear(256, 10),  # -> (batch, 10): logits
)
print(f"{sum(parameter.numel() for parameter in model.parameters()):,} parameters")

# %% [markdown] lang="ko" name="measure"
# ## 정확도 재기
#
# `eval()`은 계층의 동작을 바꾸고 `no_grad()`는 그래프를 만들지 않게 한다. 하나가 다른 하나를 대신하지 못하므로 둘 다 쓴다. 학습하지 않은 모델은 10장에 1장쯤 맞힌다.

# %% [markdown] lang="en" name="measure"
# ## Measuring the accuracy
#
# `eval()` changes how layers behave, `no_grad()` builds no graph. Neither does the work of the other, so use both. An untrained model gets about one in ten right.

# %%
def accuracy(indices):
    model.eval()
    with torch.no_grad():
        predicted = model(images[indices]).argmax(dim=1)
    return (predicted == labels[indices]).double().mean().item()


print(f"before: {accuracy(test):.0%} of the held out")

# %% [markdown] lang="ko" name="train"
# ## 학습
#
# 한 스텝의 네 줄은 순서를 지켜야 한다. 스케줄러(scheduler)는 `optimizer.step()` 다음에 호출한다. 여기서는 배치마다 호출하므로 안쪽 반복문에 있다. 손실과 정확도는 TensorBoard가 읽는 파일에 기록한다.

# %% [markdown] lang="en" name="train"
# ## Training
#
# The four lines of a step must stand in this order. The scheduler is called after `optimizer.step()`; this one is called for every batch, so it is in the inner loop. Loss and accuracy are recorded in a file that TensorBoard reads.

# %%
num_epochs = 15
optimizer = torch.optim.AdamW(model.parameters(), lr=0.02, weight_decay=0.01)
scheduler = torch.optim.lr_scheduler.OneCycleLR(
    optimizer, max_lr=0.02, epochs=num_epochs, steps_per_epoch=len(train_loader)
)
log_dir = tempfile.mkdtemp()
with SummaryWriter(log_dir) as writer:
    for epoch in range(num_epochs):
        model.train()
        total = 0.0
        for x, target in train_loader:
            optimizer.zero_grad()  # or the last step's gradients are added to this one's
            loss = nn.functional.cross_entropy(model(x), target)
            loss.backward()
            optimizer.step()
            scheduler.step()
            total += loss.item() * len(x)  # item(): a number without its graph
        writer.add_scalar("loss", total / len(train), epoch)
        writer.add_scalar("accuracy", accuracy(test), epoch)
        writer.add_scalar("lr", scheduler.get_last_lr()[0], epoch)
print(f"after: {accuracy(test):.1%} of the held out, over 97%: {accuracy(test) > 0.97}")

# %% [markdown] lang="ko" name="record"
# ## 기록을 다시 읽기
#
# `with` 블록이 끝나면서 파일이 닫혔다. `tensorboard --logdir`로 보게 될 값을 파일에서 읽어 그린다.

# %% [markdown] lang="en" name="record"
# ## Reading the record back
#
# The end of `with` closed the file. This reads the values that `tensorboard --logdir` would show, and draws them.

# %%
events = EventAccumulator(log_dir)
events.Reload()
record = {name: events.Scalars(name) for name in ["loss", "accuracy", "lr"]}
figure = Figure(figsize=(6, 2.2), layout="constrained")
for axes, (name, points) in zip(figure.subplots(1, 3), record.items()):
    color = ORANGE if name == "loss" else BLUE
    axes.plot([point.step for point in points], [point.value for point in points], color=color, linewidth=2)
    axes.set(xlabel="epoch", title=name, xlim=(0, num_epochs - 1))
    if name != "accuracy":
        axes.set_ylim(bottom=0)
SVG(to_svg(figure))

# %% [markdown] lang="ko" name="curves"
# 에폭(`epoch`)마다의 값이다. 손실(`loss`)은 0으로 내려가고 정확도(`accuracy`)는 1 가까이 오른다. 학습률(learning rate, `lr`)은 올랐다가 거의 0까지 내려온다.

# %% [markdown] lang="ko" name="mistakes"
# ## 어떤 숫자를 틀리는지 본다
#
# 정확도만 보아서는 무엇을 틀렸는지 알 수 없다. 어떤 숫자를 어떤 숫자로 잘못 읽었는지 센다.

# %% [markdown] lang="en" name="curves"
# The loss falls to 0 and the accuracy rises to nearly 1. The learning rate goes up and then down to almost 0.

# %% [markdown] lang="en" name="mistakes"
# ## Which digits are wrong
#
# The accuracy does not show what went wrong. Count which digit was taken for which.

# %%
model.eval()
with torch.no_grad():
    predicted = model(images[test]).argmax(dim=1)
wrong = (predicted != labels[test]).nonzero().flatten().tolist()
print(f"{len(wrong)} of {len(test)} wrong")
for index in wrong:
    print(f"a {labels[test][index]} was read as a {predicted[index]}")

# %% [markdown] lang="ko" name="save"
# ## 저장하고 불러오기
#
# `state_dict`만 저장하고, 같은 구조의 모델을 다시 만들어 불러온다. 불러온 모델도 `eval()`로 바꾸어야 같은 답을 낸다.

# %% [markdown] lang="en" name="save"
# ## Save it and use it again
#
# Save the `state_dict` alone, and load it into the same structure. The loaded model, too, has to be in `eval()` to give the same answers.

# %%
torch.save(model.state_dict(), f"{log_dir}/digits.pt")
again = nn.Sequential(
    nn.Conv2d(1, 8, 3, padding=1), nn.ReLU(), nn.Conv2d(8, 16, 3, padding=1), nn.ReLU(),
    nn.MaxPool2d(2), nn.Flatten(), nn.Dropout(0.25), nn.Linear(256, 10),
)
again.load_state_dict(torch.load(f"{log_dir}/digits.pt", weights_only=True))
with torch.no_grad():
    print("in train():", torch.equal(again(images[test]), model(images[test])))
    again.eval()
    print("in eval(): ", torch.equal(again(images[test]), model(images[test])))
