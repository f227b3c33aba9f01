"""What each usual loss takes and gives, asked of the losses themselves."""

# --8<-- [start:setup]
import torch
from torch import nn

scores, score = torch.zeros(4, 3), torch.zeros(4)  # (batch, classes) and (batch,)
number, share = torch.tensor([0, 1, 2, 1]), torch.tensor([0.0, 1.0, 0.3, 1.0])
shares = torch.full((4, 3), 1 / 3)  # (batch, classes): each row adds up to 1
losses = {
    "CrossEntropyLoss": [nn.CrossEntropyLoss(), "score", scores, "class number", number],
    "  with shares": [nn.CrossEntropyLoss(), "score", scores, "share of a class", shares],
    "NLLLoss": [nn.NLLLoss(), "log-probability", scores.log_softmax(1), "class number", number],
    "KLDivLoss": [nn.KLDivLoss(reduction="batchmean"), "log-probability", scores.log_softmax(1), "share of a class", shares],
    "BCEWithLogitsLoss": [nn.BCEWithLogitsLoss(), "score", score, "0 to 1", share],
    "BCELoss": [nn.BCELoss(), "probability", score.sigmoid(), "0 to 1", share],
    "MSELoss": [nn.MSELoss(), "number", score, "number", share],
    "L1Loss": [nn.L1Loss(), "number", score, "number", share],
    "HuberLoss": [nn.HuberLoss(), "number", score, "number", share],
}


def takes(loss_fn, prediction, target):
    try:
        loss_fn(prediction.clone().requires_grad_(), target).backward()
    except RuntimeError:
        return "no"
    return "yes"
# --8<-- [end:setup]


# --8<-- [start:kinds]
print("loss".ljust(17), "prediction".ljust(22), "target".ljust(23), "float32 int64")
#> loss              prediction             target                  float32 int64
for name, (loss_fn, gets, prediction, wants, target) in losses.items():
    given = f"{gets} {tuple(prediction.shape)}", f"{wants} {tuple(target.shape)}"
    fit = takes(loss_fn, prediction, target.float()), takes(loss_fn, prediction, target.long())
    print(name.ljust(17), given[0].ljust(22), given[1].ljust(23), fit[0].ljust(7), fit[1])
    #> CrossEntropyLoss  score (4, 3)           class number (4,)       no      yes
    #>   with shares     score (4, 3)           share of a class (4, 3) yes     no
    #> NLLLoss           log-probability (4, 3) class number (4,)       no      yes
    #> KLDivLoss         log-probability (4, 3) share of a class (4, 3) yes     no
    #> BCEWithLogitsLoss score (4,)             0 to 1 (4,)             yes     no
    #> BCELoss           probability (4,)       0 to 1 (4,)             yes     no
    #> MSELoss           number (4,)            number (4,)             yes     yes
    #> L1Loss            number (4,)            number (4,)             yes     yes
    #> HuberLoss         number (4,)            number (4,)             yes     no
# --8<-- [end:kinds]
