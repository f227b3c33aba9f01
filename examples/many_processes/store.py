"""The rendezvous: one process listens at a port, the others find it there."""

# --8<-- [start:setup]
import socket
from datetime import timedelta

import torch.distributed as dist


def said(attempt):
    try:
        attempt()
    except dist.DistError as error:
        return str(error).split("\n")[0]
# --8<-- [end:setup]


# --8<-- [start:port_in_use]
with socket.socket() as taken:
    taken.bind(("127.0.0.1", 0))
    taken.listen()
    port = taken.getsockname()[1]
    print(said(lambda: dist.TCPStore("127.0.0.1", port, 1, is_master=True)).split(" port: ")[0])
    #> The server socket has failed to listen on any local network address.
# --8<-- [end:port_in_use]

# --8<-- [start:rendezvous]
second = timedelta(seconds=1)
print(said(lambda: dist.TCPStore("127.0.0.1", 1, 2, is_master=False, timeout=second)))  # nobody listens there
#> The client socket has timed out after 1000ms while trying to connect to (127.0.0.1, 1).
print(said(lambda: dist.TCPStore("127.0.0.1", 0, 2, is_master=True, timeout=second)).split(" seconds ")[1])
#> waiting for clients. 1/2 clients joined.
alone = dist.TCPStore("127.0.0.1", 0, 1, is_master=True)
print(said(lambda: alone.wait(["from the other"], timedelta(milliseconds=100))))
#> wait timeout after 100ms, keys: /from the other
# --8<-- [end:rendezvous]
