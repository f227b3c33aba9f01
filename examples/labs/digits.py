# %% [markdown] lang="ko" name="title"
# # 손글씨 숫자를 맞히기까지
#
# **규칙: 한 스텝은 변화도(gradient, 기울기)를 지우고(`zero_grad`), 손실(loss)을 계산하고, `backward`로 변화도를 구하고, `step`으로 매개변수를 갱신하는 것이다. 평가할 때는 `eval`과 `inference_mode`를 함께 쓴다.**
#
# scikit-learn에 들어 있는 실제 손글씨 숫자 1,797장으로 분류기를 처음부터 학습한다. 메모에 나온 학습의 단계가 모두 나온다. 학습에 쓰지 않은 이미지를 97% 넘게 맞히는 것이 목표다. GPU가 있으면 GPU에서 학습한다.

# %% [markdown] lang="en" name="title"
# # From nothing to handwritten digits
#
# **The rule: a step clears the gradients (`zero_grad`), computes the loss, computes the gradients (`backward`) and updates the parameters (`step`). To evaluate, use `eval` and `inference_mode` together.**
#
# This lab trains a classifier from the beginning, on the 1,797 real handwritten digits that come with scikit-learn. Every step of training that the memo names appears. The aim is to get over 97% of the images right that were not used in training. If there is a GPU, it trains there.

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
device = torch.accelerator.current_accelerator(check_available=True) or torch.device("cpu")
if device.type != "mps":  # which has no float64
    torch.set_default_dtype(torch.float64)  # so that the digits printed differ less between machines; float32 is usual

# %% [markdown] lang="ko" name="data"
# ## 데이터: 배열에서 텐서로
#
# 이미지는 `(8, 8)`이고 값은 0부터 16까지다. `from_numpy`는 배열과 메모리를 공유한다. 합성곱이 받는 `(batch, channels, height, width)`가 되도록 채널 차원을 넣고, 값을 16으로 나누어 0~1 범위로 맞춘다.
#
# 데이터를 셋으로 나눈다. 학습 데이터로 학습하고, 에폭마다 검증 데이터로 확인하고, 테스트 데이터는 마지막에 한 번만 쓴다. 테스트 정확도를 보면서 설정을 고르면 그 정확도는 새 이미지에서보다 높게 나온다.

# %% [markdown] lang="en" name="data"
# ## The data: from arrays to tensors
#
# An image is `(8, 8)`, with values from 0 to 16. `from_numpy` shares its memory with the array. The code adds a dimension for the channel, since convolutions take `(batch, channels, height, width)`, and divides by 16, so that the values are from 0 to 1.
#
# The data are split in three: one part to train on, one to check after each epoch (validation), and one to use only once, at the end (test). If you choose settings by the test accuracy, it comes out higher than the accuracy on new images.

# %%
digits = load_digits()
images = torch.from_numpy(digits.images)[:, None].to(torch.get_default_dtype()) / 16  # (1797, 8, 8) -> (1797, 1, 8, 8)
labels = torch.from_numpy(digits.target)  # (1797,), int64: what cross_entropy asks for
rest, test = train_test_split(range(len(labels)), test_size=0.2, random_state=0, stratify=labels)
train, validation = train_test_split(rest, test_size=0.2, random_state=0, stratify=labels[rest])
train_loader = DataLoader(
    TensorDataset(images[train], labels[train]), batch_size=64, shuffle=True, generator=torch.Generator().manual_seed(0)
)
print(f"to train on {len(train)}, validation {len(validation)}, test {len(test)}")
print(f"images {tuple(images.shape)}, {images.min():.0f} to {images.max():.0f}")

# %%
figure = Figure(figsize=(6, 0.9), layout="constrained")
for position, axes in enumerate(figure.subplots(1, 10)):
    axes.pcolormesh(images[position, 0].flip(0), cmap="Oranges", edgecolors="none")
    axes.set_title(labels[position].item(), fontsize=9)
    axes.set_aspect("equal")
    axes.axis("off")
SVG(to_svg(figure))

# %% [markdown] lang="ko" name="first_ten"
# 처음 열 장과 그 정답이다. 가로세로 8픽셀뿐이라 거칠지만 모두 사람이 쓴 숫자다.

# %% [markdown] lang="ko" name="model"
# ## 모델
#
# 모델은 합성곱 계층(layer) 두 개와 선형 계층 하나로 이루어진다. `Dropout`은 `train()` 모드에서만 값을 무작위로 0으로 만든다. 그래서 이 모델은 `train()`과 `eval()`에서 다르게 계산한다. 모델은 한 번, 입력은 배치마다 디바이스로 옮긴다.

# %% [markdown] lang="en" name="first_ten"
# These are the first ten images and their labels. With eight by eight pixels they are coarse, but all of them were written by people.

# %% [markdown] lang="en" name="model"
# ## The model
#
# The model has two convolutional layers and a linear layer. `Dropout` sets values to 0 at random only in `train()`, so this model computes differently in `train()` and in `eval()`. Move the model to the device once, and the inputs at each batch.

# %%
def make_model():
    return nn.Sequential(
        nn.Conv2d(1, 8, kernel_size=3, padding=1),  # (batch, 1, 8, 8) -> (batch, 8, 8, 8)
        nn.ReLU(),
        nn.Conv2d(8, 16, kernel_size=3, padding=1),  # -> (batch, 16, 8, 8)
        nn.ReLU(),
        nn.MaxPool2d(2),  # -> (batch, 16, 4, 4)
        nn.Flatten(),  # -> (batch, 256)
        nn.Dropout(0.25),
        nn.Linear(256, 10),  # -> (batch, 10): logits
    )


model = make_model().to(device)
print(f"{sum(parameter.numel() for parameter in model.parameters()):,} parameters")

# %% [markdown] lang="ko" name="measure"
# ## 정확도 재기
#
# `eval()`은 계층의 동작을 바꾸고 `inference_mode()`는 변화도를 위한 그래프를 만들지 않는다. 둘은 서로를 대신하지 못한다. 학습하지 않은 모델은 이미지 10장에 1장쯤 맞힌다.

# %% [markdown] lang="en" name="measure"
# ## Measuring the accuracy
#
# `eval()` changes how layers behave, `inference_mode()` builds no graph for gradients. Neither replaces the other. An untrained model gets about one image in ten right.

# %%
def predict(indices):
    model.eval()
    with torch.inference_mode():
        return model(images[indices].to(device)).argmax(dim=1).cpu()


def accuracy(indices):
    return (predict(indices) == labels[indices]).float().mean().item()


print(f"before: {accuracy(validation):.0%} of the validation data")

# %% [markdown] lang="ko" name="train"
# ## 학습
#
# 한 스텝의 네 줄은 순서를 지켜야 한다. 스케줄러(scheduler)는 `optimizer.step()` 다음이고, 여기서는 스텝마다 학습률을 바꾸므로 안쪽 반복문에 있다. `OneCycleLR`은 `AdamW`에 준 학습률을 자신의 값으로 바꾸고, `betas`의 첫째 값도 0.85와 0.95 사이에서 바꾼다. 손실, 정확도, 학습률은 TensorBoard가 읽는 파일에 기록한다.

# %% [markdown] lang="en" name="train"
# ## Training
#
# The four lines of a step must stay in this order. The scheduler comes after `optimizer.step()`; here it changes the learning rate at every step, so it is in the inner loop. `OneCycleLR` overwrites the learning rate that `AdamW` was made with, and changes the first of its `betas` between 0.85 and 0.95. The loss, the accuracy and the learning rate are written to a file that TensorBoard reads.

# %%
num_epochs = 15
optimizer = torch.optim.AdamW(model.parameters(), weight_decay=0.01)
scheduler = torch.optim.lr_scheduler.OneCycleLR(
    optimizer, max_lr=0.02, epochs=num_epochs, steps_per_epoch=len(train_loader)
)
print(f"the first lr {scheduler.get_last_lr()[0]:.4f}, beta1 {optimizer.param_groups[0]['betas'][0]}")
log_dir = tempfile.mkdtemp()
with SummaryWriter(log_dir) as writer:
    for epoch in range(num_epochs):
        model.train()
        total = torch.zeros((), device=device)
        for x, target in train_loader:
            x, target = x.to(device), target.to(device)
            optimizer.zero_grad()  # or the last step's gradients are added to this one's
            loss = nn.functional.cross_entropy(model(x), target)
            loss.backward()
            optimizer.step()
            scheduler.step()
            total += loss.detach() * len(x)  # without its graph; item() would wait for a GPU at each batch
        writer.add_scalar("loss", total / len(train), epoch)
        writer.add_scalar("accuracy", accuracy(validation), epoch)
        writer.add_scalar("lr", scheduler.get_last_lr()[0], epoch)
print(f"after: {accuracy(validation):.1%} of the validation data, over 97%: {accuracy(validation) > 0.97}")

# %% [markdown] lang="ko" name="record"
# ## 기록을 다시 읽기
#
# `with`가 끝나면서 파일이 닫혔다. `tensorboard --logdir`이 보여 줄 값을 그대로 읽어 그린다.

# %% [markdown] lang="en" name="record"
# ## The record, read back
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
# 에폭(`epoch`)마다 기록한 값이다. 학습 데이터의 손실(`loss`)은 0 가까이 내려가고 검증 데이터의 정확도(`accuracy`)는 1 가까이 오른다. 학습률(learning rate, `lr`)은 올랐다가 거의 0까지 내려온다.

# %% [markdown] lang="ko" name="mistakes"
# ## 테스트: 한 번만
#
# 설정을 다 정했으니 테스트 데이터를 쓴다. 정확도 하나로는 어디서 틀렸는지 알 수 없으므로, 무엇을 무엇으로 읽었는지도 출력한다.

# %% [markdown] lang="en" name="curves"
# These are the values recorded in each epoch. The loss on the training data falls to nearly 0, and the accuracy on the validation data rises to nearly 1. The learning rate goes up and then down to almost 0.

# %% [markdown] lang="en" name="mistakes"
# ## The test, once
#
# All settings are chosen, so now the test data may be used. The accuracy alone does not say where the model is wrong, so the cell also prints which digit was taken for which.

# %%
predicted = predict(test)
print(f"test: {accuracy(test):.1%}, over 97%: {accuracy(test) > 0.97}")
wrong = (predicted != labels[test]).nonzero().flatten().tolist()
print(f"{len(wrong)} of {len(test)} wrong")
for index in wrong:
    print(f"a {labels[test][index]} was read as a {predicted[index]}")

# %% [markdown] lang="ko" name="save"
# ## 저장하고 다시 쓰기
#
# `state_dict`만 저장하고, 같은 구조의 모델을 새로 만들어 불러온다. `map_location="cpu"`가 있으면 GPU에서 저장한 파일도 GPU가 없는 컴퓨터에서 불러올 수 있다. 새로 만든 모델은 `train()` 모드이므로, `eval()`로 바꾸어야 같은 답을 낸다.

# %% [markdown] lang="en" name="save"
# ## Save it and use it again
#
# Save only the `state_dict`, and load it into a new model of the same structure. With `map_location="cpu"`, a file saved on a GPU can be loaded on a machine without one. A new model is in `train()`, so it gives the same answers only after `eval()`.

# %%
torch.save(model.state_dict(), f"{log_dir}/digits.pt")
again = make_model()
again.load_state_dict(torch.load(f"{log_dir}/digits.pt", map_location="cpu", weights_only=True))
again.to(device)
x = images[test].to(device)
with torch.inference_mode():
    print("in train():", torch.equal(again(x), model(x)))
    again.eval()
    print("in eval(): ", torch.equal(again(x), model(x)))

# %% [markdown] lang="ko" name="change"
# ## 바꾸어 보기
#
# 셀을 고치고 모델을 만드는 셀부터 다시 실행한다. 그래야 학습하지 않은 모델에서 시작한다.
#
# 1. `nn.Dropout(0.25)`를 `nn.Dropout(0.0)`으로 바꾼다. 마지막 코드 셀은 무엇을 출력하는가? (둘 다 `True`다. 두 모드가 다르게 계산하는 계층이 없다.)
# 2. `max_lr=0.02`를 `max_lr=2.0`으로 바꾼다. 정확도는 얼마인가? (10%쯤이다. 학습하지 않은 모델과 같다.)
# 3. `optimizer.zero_grad()`가 있는 줄을 지운다. 오류가 나는가? (나지 않는다. 정확도가 10%쯤이다.)

# %% [markdown] lang="en" name="change"
# ## Change it
#
# Edit a cell, and run again from the cell that makes the model, so that training begins with an untrained model.
#
# 1. Change `nn.Dropout(0.25)` to `nn.Dropout(0.0)`. What does the last code cell print? (`True` twice: no layer computes differently in the two modes.)
# 2. Change `max_lr=0.02` to `max_lr=2.0`. How high is the accuracy? (About 10%, as without any training.)
# 3. Delete the line with `optimizer.zero_grad()`. Is that an error? (It is not. The accuracy is about 10%.)
