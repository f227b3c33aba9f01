"""Reading a Python list copies its memory into each forked process; reading an array does not."""

# --8<-- [start:memory_grows]
import subprocess
import sys

program = """
import os, numpy, psutil
names = [str(number) for number in range(300_000)]
array = numpy.array(names)
if not os.fork():  # in the child, as in a worker that is forked
    own = lambda: psutil.Process().memory_full_info().uss  # bytes that it does not share
    for data in array, names:
        before = own()
        for name in data:
            pass
        print(type(data).__name__, "read, over 8 MiB more:", own() - before > 2**23, flush=True)
    os._exit(0)
os.wait()
"""
for line in subprocess.check_output([sys.executable, "-c", program], text=True).splitlines():
    print(line)
    #> ndarray read, over 8 MiB more: False
    #> list read, over 8 MiB more: True
# --8<-- [end:memory_grows]
