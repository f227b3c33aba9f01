"""A library that the loader cannot find, and one that has another version's names."""

# --8<-- [start:library_not_found]
import ctypes
from importlib.util import find_spec
from pathlib import Path

try:
    ctypes.CDLL("libcudart_of_another_version.so.12")
except OSError as error:
    print(error)
    #> libcudart_of_another_version.so.12: cannot open shared object file: No such file or directory
try:
    ctypes.CDLL(None).a_name_of_another_version
except AttributeError as error:
    print(str(error).split(": ", 1)[-1])
    #> undefined symbol: a_name_of_another_version
print("torch brings its own:", any(Path(find_spec("torch").origin).parent.joinpath("lib").glob("libtorch_cpu*")))
#> torch brings its own: True
# --8<-- [end:library_not_found]
