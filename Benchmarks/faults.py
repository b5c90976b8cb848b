#!/usr/bin/env python3
"""Runs one campaign on a real Slurm of this machine under random faults, and compares its record with one that was never disturbed.

    python3 Benchmarks/faults.py --program .build/release/cohobate --faults 30

Faults: SIGKILL of the controller, of a pilot, of a keeper, of slurmd, of slurmctld; a requeued job; a cancelled job; the spool folder made
read-only for some seconds; jobs whose time ends. After a kill of the controller the campaign is resumed. Columns that hold times (their
names end in At or Seconds) and a program's last words are left out of the comparison. Afterwards no job of the campaign and no process
of it may be left. Needs Debian's slurmctld, slurmd and slurm-client, and root for the read-only spool (a bind mount); without root that
fault is left out. The seed says which faults come, not when the queue answers.
"""

import argparse
import collections
import getpass
import os
import pathlib
import random
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time

LOOK_UP = """\
import sys, time, zlib
smiles = sys.argv[1]
time.sleep(0.3)
kind = zlib.crc32(smiles.encode()) % 10
if kind == 0:
    print('{"error": "No parameters.", "failure_class": "input"}')
else:
    print('{"properties": {"v": %r}}' % (len(smiles) + kind / 10))
"""

CAMPAIGN = """\
name: faults
seed: 5
objectives: [{property: v, window: [6, 9]}]
corpus: pool.csv
calculator: {program: command, command: [/usr/bin/python3, look_up.py, "{smiles}"], properties: {v: eV}, time_limit: 20}
policy: random
design: {particles: 20, steps: 1, candidates: 40, new_molecules: false}
budget: {calculations: %d, initial: 10, batch: 10}
"""

MACHINE = """\
executor: slurm
spool: spool
cores: 1
jobs: 2
time: 1m
idle: 20s
poll: 2
heartbeat: 1
"""


def rows(path):
    database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",), path
    found = {}
    for (table,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
        columns = [row[1] for row in database.execute(f'PRAGMA table_info("{table}")')]
        kept = [name for name in columns if not name.endswith(("At", "Seconds")) and name not in ("evidence", "machine")]
        listed = ", ".join(f'"{name}"' for name in kept)
        found[table] = sorted(map(repr, database.execute(f'SELECT {listed} FROM "{table}"')))
    return found


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class Slurm:
    def __init__(self, folder):
        self.folder = folder
        for name in ("state", "spool", "log", "run"):
            (folder / name).mkdir(parents=True)
        user = getpass.getuser()
        (folder / "slurm.conf").write_text(f"""\
ClusterName=test
SlurmctldHost=localhost
SlurmUser={user}
SlurmdUser={user}
AuthType=auth/none
CredType=cred/none
SlurmctldPort={free_port()}
SlurmdPort={free_port()}
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool
SlurmctldPidFile={folder}/run/slurmctld.pid
SlurmdPidFile={folder}/run/slurmd.pid
SlurmctldLogFile={folder}/log/slurmctld.log
SlurmdLogFile={folder}/log/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SchedulerType=sched/builtin
SchedulerParameters=batch_sched_delay=0,sched_interval=1
ReturnToService=2
MpiDefault=none
SwitchType=switch/none
MailProg=/bin/true
KillWait=5
NodeName=localhost NodeAddr=127.0.0.1 CPUs=2 State=UNKNOWN
PartitionName=main Nodes=localhost Default=YES MaxTime=INFINITE State=UP
""")
        os.environ["SLURM_CONF"] = str(folder / "slurm.conf")
        self.start("slurmctld", "-c")
        self.start("slurmd", "-c")

    def start(self, daemon, *options):
        name = ["-N", "localhost"] if daemon == "slurmd" else []
        subprocess.run([shutil.which(daemon, path="/usr/sbin:/usr/bin"), *options, *name], check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def kill(self, daemon):
        try:
            process = int((self.folder / "run" / f"{daemon}.pid").read_text())
            os.kill(process, signal.SIGKILL)
            while pathlib.Path(f"/proc/{process}").exists():
                time.sleep(0.05)
        except (FileNotFoundError, ProcessLookupError, ValueError):
            pass

    def jobs(self):
        answer = subprocess.run(["squeue", "--me", "--array", "--noheader", "--format=%A %T"], capture_output=True, text=True)
        if answer.returncode != 0:
            return None
        return [line.split()[0] for line in answer.stdout.splitlines() if "COMPLETING" not in line]


def processes(word):
    """The processes whose command line has a word, by their numbers."""
    found = []
    for entry in pathlib.Path("/proc").iterdir():
        try:
            if entry.name.isdigit() and word in (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace"):
                found.append(int(entry.name))
        except OSError:
            pass
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default=".build/release/cohobate")
    parser.add_argument("--faults", type=int, default=30)
    parser.add_argument("--calculations", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    program = str(pathlib.Path(arguments.program).resolve())
    draw = random.Random(arguments.seed)
    top = pathlib.Path(tempfile.mkdtemp(prefix="cohobate-faults-"))
    work = top / "work"
    work.mkdir()
    slurm = Slurm(top / "slurm")
    chain = [f"C{'C' * a}{'O' * (b > 0)}{'C' * b}{'N' * c}" for a in range(14) for b in range(14) for c in range(3)]
    chain = list(dict.fromkeys(chain))
    (work / "pool.csv").write_text("smiles\n" + "".join(f"{smiles}\n" for smiles in chain))
    (work / "look_up.py").write_text(LOOK_UP)
    (work / "faults.yaml").write_text(CAMPAIGN % arguments.calculations)
    (work / "machine.yaml").write_text(MACHINE)
    environment = {**os.environ, "HOME": str(work)}
    spool = work / "spool"
    spool.mkdir()
    is_root = os.geteuid() == 0
    if is_root:
        subprocess.run(["mount", "--bind", str(spool), str(spool)], check=True)

    log = open(top / "log.txt", "w")

    def start():
        return subprocess.Popen([program, "run", "faults.yaml", "--no-cache", "--machine", "machine.yaml"], cwd=work,
                                env=environment, stdout=log, stderr=log)

    counts, resumed, failed = collections.Counter(), 0, 0
    run = start()

    def pilots():
        return processes("/bin/cohobate-pilot")

    def fault(kind):
        nonlocal run
        if kind == "controller":
            run.kill()
            run.wait()
        elif kind == "pilot" and pilots():
            os.kill(draw.choice(pilots()), signal.SIGKILL)
        elif kind == "keeper" and processes("look_up.py"):
            os.kill(draw.choice(processes("look_up.py")), signal.SIGKILL)
        elif kind in ("slurmd", "slurmctld"):
            slurm.kill(kind)
            time.sleep(draw.uniform(0, 3))
            slurm.start(kind)
        elif kind in ("requeue", "cancel") and slurm.jobs():
            job = draw.choice(slurm.jobs())
            if kind == "cancel":
                subprocess.run(["scancel", job], capture_output=True)
            else:
                subprocess.run(["scontrol", "update", f"JobId={job}", "Requeue=1"], capture_output=True)
                subprocess.run(["scontrol", "requeue", job], capture_output=True)
                subprocess.run(["scontrol", "update", f"JobId={job}", "StartTime=now"], capture_output=True)
        elif kind == "read-only":
            # Refused while a file is being written, on a slow disk for long.
            limit = time.monotonic() + 10
            while subprocess.run(["mount", "-o", "remount,bind,ro", str(spool)], capture_output=True).returncode != 0:
                if time.monotonic() > limit:
                    return False
                time.sleep(0.01)
            time.sleep(draw.uniform(1, 5))
            subprocess.run(["mount", "-o", "remount,bind,rw", str(spool)], check=True)
        else:
            return False
        return True

    kinds = ["controller", "pilot", "keeper", "slurmd", "slurmctld", "requeue", "cancel"] + ["read-only"] * is_root
    began = time.monotonic()
    while sum(counts.values()) < arguments.faults and failed < 20:
        time.sleep(draw.uniform(0.5, 3))
        if run.poll() is not None:
            if run.returncode == 0:
                break
            # A queue that was away when the campaign was resumed: the same command again.
            failed += run.returncode != -signal.SIGKILL
            resumed += 1
            run = start()
            continue
        # Most of the faults need a job that works.
        limit = time.monotonic() + 20
        while run.poll() is None and not processes("look_up.py") and time.monotonic() < limit:
            time.sleep(0.1)
        kind = draw.choice(kinds)
        if fault(kind):
            counts[kind] += 1
            print(f"{time.monotonic() - began:6.1f} s  {kind}", flush=True)
    while run.wait() != 0 and failed < 20:
        failed += run.returncode != -signal.SIGKILL
        resumed += 1
        time.sleep(2)
        run = start()
    time.sleep(3)
    jobs = slurm.jobs()
    left = pilots() + processes("look_up.py")
    subprocess.run([program, "run", "faults.yaml", "--no-cache", "--database", "whole.sqlite", "--quiet"], cwd=work,
                   env=environment, stdout=subprocess.DEVNULL, check=True)
    first, second = rows(work / "faults.sqlite"), rows(work / "whole.sqlite")
    differing = [table for table in first if first[table] != second[table]]
    total = sum(map(len, first.values()))
    print(f"{sum(counts.values())} faults ({', '.join(f'{kind} {count}' for kind, count in sorted(counts.items()))}), "
          f"{resumed} times resumed, {failed} runs that ended by themselves; {total} rows, "
          f"tables that differ: {differing or 'none'}; jobs left: {jobs}, processes left: {len(left)}; "
          f"{time.monotonic() - began:.0f} s")
    for daemon in ("slurmd", "slurmctld"):
        slurm.kill(daemon)
    if is_root:
        subprocess.run(["umount", str(spool)])
    log.close()
    if differing or jobs or left:
        print(f"see {top}")
        sys.exit(1)
    shutil.rmtree(top)


if __name__ == "__main__":
    main()
