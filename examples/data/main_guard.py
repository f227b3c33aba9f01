"""Where processes are spawned, each reads the program again: without the guard, it would start processes of its own."""

# --8<-- [start:main_guard]
import pathlib
import subprocess
import sys

program = """
import multiprocessing as mp

def main():
    worker = mp.get_context("spawn").Process(target=print, args=("from the worker",))
    worker.start()
    worker.join()

{call}
"""
calls = {"without": "main()", "with": "if __name__ == '__main__':\n    main()"}
for name, call in calls.items():
    pathlib.Path("train.py").write_text(program.format(call=call))
    ran = subprocess.run([sys.executable, "train.py"], capture_output=True, text=True)
    said = " ".join((ran.stdout + ran.stderr).split())
    print(name, "|", said[said.find("An attempt") :][:105] if "An attempt" in said else said)
    #> without | An attempt has been made to start a new process before the current process has finished its bootstrapping
    #> with | from the worker
# --8<-- [end:main_guard]
