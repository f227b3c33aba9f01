"""Operations that a narrow dtype does not have, and numbers that do not fit into it."""

# --8<-- [start:setup]
import torch


def said(attempt):
    try:
        attempt()
    except (RuntimeError, NotImplementedError) as error:
        return error
# --8<-- [end:setup]


# --8<-- [start:cpu_half]
print(said(lambda: torch.cdist(torch.ones(2, 2).half(), torch.ones(2, 2).half())))
#> "cdist" not implemented for 'Half'
print(said(lambda: torch.linalg.svd(torch.eye(2).bfloat16())))
#> "linalg_svd_cpu" not implemented for 'BFloat16'
print(torch.cdist(torch.ones(2, 2), torch.ones(2, 2)).half().dtype)  # compute in float32, store in float16
#> torch.float16
# --8<-- [end:cpu_half]

# --8<-- [start:float8]
tiny = torch.ones(2).to(torch.float8_e4m3fn)
print(said(lambda: tiny + tiny))
#> "add_stub" not implemented for 'Float8_e4m3fn'
print(said(lambda: tiny * torch.ones(2)))
#> Promotion for Float8 Types is not supported, attempted to promote Float8_e4m3fn and Float
print((tiny.float() * 2).tolist())
#> [2.0, 2.0]
# --8<-- [end:float8]

# --8<-- [start:overflow]
scores = torch.zeros(2, dtype=torch.float16)
print(said(lambda: scores.masked_fill(torch.tensor([True, False]), -1e9)))
#> value cannot be converted to type c10::Half without overflow
print(scores.masked_fill(torch.tensor([True, False]), torch.finfo(scores.dtype).min).tolist())
#> [-65504.0, 0.0]
# --8<-- [end:overflow]
