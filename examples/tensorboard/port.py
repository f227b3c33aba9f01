"""A port that is taken: the default moves on, a named one stops."""

# --8<-- [start:setup]
import re
import socket
import subprocess
import sys

command = [sys.executable, "-m", "tensorboard.main", "--logdir", "runs", "--host", "127.0.0.1"]
# --8<-- [end:setup]

# --8<-- [start:named]
with socket.create_server(("127.0.0.1", 0)) as taken:
    port = taken.getsockname()[1]
    done = subprocess.run([*command, "--port", str(port)], capture_output=True, text=True)
message = done.stderr.strip().splitlines()[-1]
print(message.replace(str(port), "6006"), "| exit status", done.returncode)
#> ERROR: TensorBoard could not bind to port 6006, it was already in use | exit status 255
# --8<-- [end:named]

# --8<-- [start:moved]
try:
    taken = socket.create_server(("127.0.0.1", 6006))
except OSError:
    taken = None  # somebody else has it: as good
board = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
try:
    url = next(found for line in board.stderr if (found := re.search(r"http://\S+:(\d+)/", line)))
finally:
    board.terminate()
    board.communicate()  # waits until it has ended
    if taken:
        taken.close()
print("6006 was taken, one of the next 99 was found:", 6006 < int(url[1]) < 6106)
#> 6006 was taken, one of the next 99 was found: True
# --8<-- [end:moved]
