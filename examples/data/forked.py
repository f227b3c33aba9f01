"""Forked processes share the position in a file that was opened before."""

# --8<-- [start:forked]
import subprocess
import sys

program = """
import os
open("data.txt", "w").write("first second")
file = os.open("data.txt", os.O_RDONLY)
child = os.fork()  # as a worker that is forked
if not child:
    os.read(file, 6)  # the child reads the first word
    os._exit(0)
os.waitpid(child, 0)
print("the parent reads on at:", os.read(file, 6).decode())
"""
print(subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.strip())
#> the parent reads on at: second
# --8<-- [end:forked]
