"""What was compiled holds for what was seen: another dtype or number of axes compiles again."""

# --8<-- [start:setup]
import torch

count = 0


def counting(graph, inputs):  # a backend: gets each graph once
    global count
    count += 1
    return graph.forward


def compiles(f, arguments, **options):
    global count
    count = 0
    torch._dynamo.reset()
    compiled = torch.compile(f, backend=counting, **options)
    return [(compiled(*each), count)[1] for each in arguments]
# --8<-- [end:setup]


# --8<-- [start:recompiles]
sizes = [(torch.ones(n),) for n in (4, 5, 6, 7)]
print("sizes 4, 5, 6, 7:  ", compiles(lambda x: x * 2, sizes))
#> sizes 4, 5, 6, 7:   [1, 2, 2, 2]
print("dynamic=True:      ", compiles(lambda x: x * 2, sizes, dynamic=True))
#> dynamic=True:       [1, 1, 1, 1]
print("numbers 1.5 to 4.5:", compiles(lambda x, a: x * a, [(torch.ones(3), a) for a in (1.5, 2.5, 3.5, 4.5)]))
#> numbers 1.5 to 4.5: [1, 2, 2, 2]
print("as tensors:        ", compiles(lambda x, a: x * a, [(torch.ones(3), torch.tensor(a)) for a in (1.5, 2.5, 3.5)]))
#> as tensors:         [1, 1, 1]
strings = [(torch.ones(3), name) for name in "abcd"]
print("strings:           ", compiles(lambda x, name: x * (2 if name == "a" else 3), strings))
#> strings:            [1, 2, 3, 4]
# --8<-- [end:recompiles]

# --8<-- [start:limit]
torch._dynamo.reset()
compiled = torch.compile(lambda x, name: x * (2 if name == "a" else 3), backend="eager", fullgraph=True)
try:
    for number in range(20):
        compiled(torch.ones(3), str(number))
except torch._dynamo.exc.FailOnRecompileLimitHit as error:
    print(type(error).__name__, "at call", number + 1, "of 20; the limit is", torch._dynamo.config.recompile_limit)
    #> FailOnRecompileLimitHit at call 9 of 20; the limit is 8
# --8<-- [end:limit]
