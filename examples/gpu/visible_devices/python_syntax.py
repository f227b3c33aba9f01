"""The shell's line is no Python, and the Python line lacks an import."""

# --8<-- [start:python_syntax]
try:
    compile("CUDA_VISIBLE_DEVICES=2,3 python train.py", "train.py", "exec")
except SyntaxError as error:
    stopped_at = error.text.split()[error.text[: error.offset - 1].count(" ")]
print("a syntax error at:", stopped_at)
#> a syntax error at: python
# --8<-- [end:python_syntax]

# --8<-- [start:environ]
try:
    os.environ["CUDA_VISIBLE_DEVICES"] = "2,3"
except NameError as error:
    print(error)
    #> name 'os' is not defined

import os

try:
    os.environ["CUDA_VISIBLE_DEVICES"] = 2
except TypeError as error:
    print(error)
    #> str expected, not int
os.environ["CUDA_VISIBLE_DEVICES"] = "2,3"
# --8<-- [end:environ]

# --8<-- [start:children]
import subprocess
import sys

ask = "import os; print('a new process sees', os.environ['CUDA_VISIBLE_DEVICES'])"
print(subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True).stdout.strip())
#> a new process sees 2,3
# --8<-- [end:children]
