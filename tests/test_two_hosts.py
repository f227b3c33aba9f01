"""The streaming lab's command runs between two hosts that have names, folders and addresses of their own.

The hosts are network namespaces, made for each run and gone with it. Their addresses exist inside of them alone. Each
host's own name means 127.0.1.1, as Debian sets it up, since that is where a real pair of machines fails.
"""

from __future__ import annotations

import ast
import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
import torch

LAB = Path(__file__).parents[1] / "examples" / "labs" / "streaming_ols.py"
PORT = 29500  # of the namespaces alone
ADDRESSES = {"alpha": "10.77.0.2", "beta": "10.77.0.1"}  # alpha is `first`, and comes last in the order of addresses
SECONDS = 240
ALONE = ["unshare", *([] if os.geteuid() == 0 else ["--user", "--map-root-user"]), "--net", "--mount", "--pid"]
ALONE += ["--fork", "--kill-child"]  # all that was started ends with it
NETWORK = """
mount -t proc proc /proc
mount -t tmpfs tmpfs /run
ip netns add alpha
ip netns add beta
ip link add eth0 netns alpha type veth peer name eth0 netns beta
ip -n alpha addr add 10.77.0.2/24 dev eth0
ip -n beta addr add 10.77.0.1/24 dev eth0
for host in alpha beta; do ip -n $host link set lo up; ip -n $host link set eth0 up; done
"""
ON_HOST = """
ip netns exec {host} unshare --uts --mount bash -euc '
hostname {host}; mount --bind {folder}/hosts.{host} /etc/hosts; cd {folder}/{host}; {command}
' > {folder}/{host}.out 2> {folder}/{host}.err && echo 0 > {folder}/{host}.status || echo $? > {folder}/{host}.status
"""
SAID = """
import json, os, pathlib, sys, time
def together(what):  # when both hosts have got there
    pathlib.Path(what).touch()
    end = time.monotonic() + 120
    while time.monotonic() < end and not all(pathlib.Path("..", host, what).exists() for host in ("alpha", "beta")):
        time.sleep(0.1)
def fail_together(*error):  # what the hosts meet at ends with one of them: first let the other say its own error
    sys.__excepthook__(*error)
    together("failed")
sys.excepthook = fail_together
with open("said.json", "w") as file:
    json.dump({name: os.environ[name] for name in ("RANK", "MASTER_ADDR", "MASTER_PORT")}, file)
import torch.distributed  # on a busy machine one host takes longer than the other, and the time out is short
together("ready")
"""


@dataclass(frozen=True)
class Host:
    """What became of the command on one host."""

    folder: Path
    status: int
    printed: str
    errors: str

    @property
    def said(self) -> dict[str, str]:
        """What torchrun told its process."""
        return json.loads((self.folder / "said.json").read_text(encoding="utf-8"))

    @property
    def saved(self) -> bool:
        """Whether the process saved the solution here."""
        return (self.folder / "distributed.pt").exists()


def lab(name: str):
    """Return the text that the lab gives to a name."""
    for node in ast.parse(LAB.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id == name:
            return ast.literal_eval(node.value)
    raise AssertionError(f"{LAB.name} has no {name}")


@pytest.fixture(scope="module", autouse=True)
def namespaces():
    """Skip where this machine does not let the test make hosts, and say why."""
    for program in ("unshare", "ip"):
        if not shutil.which(program):
            pytest.skip(f"two hosts take the program `{program}`")
    tried = subprocess.run([*ALONE, "bash", "-euc", NETWORK], capture_output=True, text=True)
    if tried.returncode:
        pytest.skip(f"this machine does not let the test make two hosts: {tried.stderr.strip()}")


def on_both(folder: Path, commands: dict[str, str], *, timeout: str = "minutes=2") -> dict[str, Host]:
    """Run a command on each of two hosts, in a folder of its own, and return what became of it."""
    script = [NETWORK]
    for host, command in commands.items():
        own = folder / host
        own.mkdir()
        (own / "rows.py").write_text(lab("source"), encoding="utf-8")
        distributed = lab("distributed")
        assert distributed.count("minutes=2") == 1
        (own / "distributed.py").write_text(SAID + distributed.replace("minutes=2", timeout), encoding="utf-8")
        others = [f"{address} {name}" for name, address in ADDRESSES.items() if name != host]
        (folder / f"hosts.{host}").write_text("\n".join(["127.0.0.1 localhost", f"127.0.1.1 {host}", *others, ""]))
        script.append(f"({ON_HOST.format(host=host, folder=shlex.quote(str(folder)), command=command)}) &")
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    environment |= {"OMP_NUM_THREADS": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    process = subprocess.Popen(
        [*ALONE, "bash", "-euc", "\n".join([*script, "wait"])], env=environment, start_new_session=True
    )
    try:
        process.wait(SECONDS)
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()

    def read(name):
        return (folder / name).read_text(encoding="utf-8")

    return {
        host: Host(folder / host, int(read(f"{host}.status")), read(f"{host}.out"), read(f"{host}.err"))
        for host in commands
    }


def torchrun(host: str, *, first: str, options: str = "") -> str:
    """Return the lab's command, as it is typed on a host."""
    command = lab("command").format(first=first, own=ADDRESSES[host], port=PORT)
    assert command.startswith("torchrun ")
    return command.replace("torchrun ", f"torchrun {options} ", 1)


def check(hosts: dict[str, Host], *, rank_0: str) -> None:
    """Check that both hosts worked together, and that what was saved lies on one of them."""
    for name, host in hosts.items():
        assert host.status == 0, f"{name}: {host.errors[-3000:]}"
        assert host.saved == (name == rank_0), f"{name} is rank {host.said['RANK']}"
    assert hosts[rank_0].printed.strip().endswith("2 processes, 90 numbers sent")
    code = "import torch; from rows import *; torch.save(solve(accumulate(range(100))), 'alone.pt')"
    subprocess.run([sys.executable, "-c", code], cwd=hosts[rank_0].folder, check=True)
    alone = torch.load(hosts[rank_0].folder / "alone.pt", weights_only=True)
    together = torch.load(hosts[rank_0].folder / "distributed.pt", weights_only=True)
    torch.testing.assert_close(together, alone, rtol=0, atol=1e-12)


def test_the_labs_command_runs_and_rank_0_follows_the_addresses(tmp_path):
    commands = {host: f"GLOO_SOCKET_IFNAME=eth0 {torchrun(host, first='alpha')}" for host in ADDRESSES}
    hosts = on_both(tmp_path, commands)
    check(hosts, rank_0="beta")  # `first` is alpha
    for host in hosts.values():
        assert host.said["MASTER_ADDR"] == ADDRESSES["beta"]
        assert int(host.said["MASTER_PORT"]) != PORT, "the processes meet at a port that nobody named"


def test_by_address_the_first_machine_has_to_be_told_that_it_is_meant(tmp_path):
    options = {"alpha": "--rdzv-conf is_host=1", "beta": ""}
    commands = {
        host: "python -c 'from torch.distributed.elastic.rendezvous.utils import _matches_machine_hostname as found; "
        'print("knows itself:", found("10.77.0.2"), found("alpha"))\'; '.replace("'", "'\"'\"'")
        + f"GLOO_SOCKET_IFNAME=eth0 {torchrun(host, first=ADDRESSES['alpha'], options=options[host])}"
        for host in ADDRESSES
    }
    hosts = on_both(tmp_path, commands)
    check(hosts, rank_0="beta")
    assert hosts["alpha"].printed.startswith("knows itself: False True\n"), "its name means 127.0.1.1 to itself"
    assert hosts["beta"].printed.startswith("knows itself: False False\n")


def test_without_the_name_of_the_interface_the_processes_do_not_meet(tmp_path):
    commands = {host: torchrun(host, first="alpha") for host in ADDRESSES}
    hosts = on_both(tmp_path, commands, timeout="seconds=3")
    for host in hosts.values():
        assert host.status
        assert not host.saved
        assert "Gloo connectFullMesh failed" in host.errors
    # One of them calls, and which one it is is chance: the ports are, and both have the same address.
    called = [host for host in hosts.values() if re.search(r"failed .*remote=\[127\.0\.1\.1\]", host.errors)]
    waited = [host for host in hosts.values() if re.search(r"failed .*Connect timeout", host.errors)]
    assert len(called) == len(waited) == 1, "one looks for the other on itself, and the other is not called"
    assert called != waited


def test_with_node_ranks_rank_0_is_where_it_is_said_to_be(tmp_path):
    command = "torchrun --nnodes 2 --nproc-per-node 1 --node-rank {} --master-addr {} --master-port {} distributed.py"
    commands = {
        host: f"GLOO_SOCKET_IFNAME=eth0 {command.format(rank, ADDRESSES['alpha'], PORT)}"
        for rank, host in enumerate(ADDRESSES)
    }
    check(on_both(tmp_path, commands), rank_0="alpha")


def test_a_process_that_does_not_come_is_waited_for_until_the_time_out(tmp_path):
    late = "import os, time; os.environ['RANK'] == '1' and time.sleep(60)\n"
    distributed = lab("distributed").replace("minutes=2", "seconds=5")
    distributed = distributed.replace("dist.all_reduce(total)", f"{late}dist.all_reduce(total)")
    (tmp_path / "distributed.py").write_text(distributed, encoding="utf-8")
    (tmp_path / "rows.py").write_text(lab("source"), encoding="utf-8")
    command = [sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc-per-node", "2", "distributed.py"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=SECONDS)
    assert done.returncode
    assert "Timed out waiting 5000ms" in done.stderr
