"""zero_grad() leaves None, not zeros, and momentum shows the difference."""

# --8<-- [start:setup]
import torch


def one_step():
    w = torch.tensor([1.0], requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1, momentum=0.9)
    w.sum().backward()  # gradient 1: the momentum buffer becomes 1
    optimizer.step()
    return w, optimizer
# --8<-- [end:setup]


# --8<-- [start:none]
w, optimizer = one_step()
optimizer.zero_grad()
print(w.grad)
#> None
w, optimizer = one_step()
optimizer.zero_grad(set_to_none=False)
print(w.grad)
#> tensor([0.])
# --8<-- [end:none]

# --8<-- [start:momentum]
for set_to_none in (True, False):
    w, optimizer = one_step()
    optimizer.zero_grad(set_to_none)
    before = w.item()
    optimizer.step()  # no backward in between
    print(f"set_to_none={set_to_none}: w moves by {w.item() - before:.2f}")
    #> set_to_none=True: w moves by 0.00
    #> set_to_none=False: w moves by -0.09
# --8<-- [end:momentum]

# --8<-- [start:none_error]
w, optimizer = one_step()
optimizer.zero_grad()
for use in (lambda: w.grad.norm(), lambda: w.grad.zero_()):
    try:
        use()
    except AttributeError as error:
        print(error)
        #> 'NoneType' object has no attribute 'norm'
        #> 'NoneType' object has no attribute 'zero_'
# --8<-- [end:none_error]
