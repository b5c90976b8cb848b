#!/usr/bin/env python3
"""Measures the dashboard on a record of 1,000 calculations and 500,000 candidates: times, memory, and frames in a browser.

    make build
    python3 Benchmarks/dashboard.py --program .build/release/cohobate --folder FOLDER

The campaign of Campaigns/pool.yaml is run once; from its record a large one is written by SQL, with molecules of an
enumeration and values drawn from their predictions. Each page is asked for as it is first seen and again; news are
awaited after a row is written; the quickstart is run while its page is open, with xtb; and Debian's Chromium, without a window, zooms and hovers on a map of 10,000 and of
100,000 points. Needs Python's standard library, and for the last part the packages chromium and chromium-driver.

The large record stays in the folder for a later run, unless --anew is given.
"""

import argparse
import http.client
import json
import pathlib
import random
import re
import resource
import shutil
import sqlite3
import struct
import subprocess
import sys
import threading
import time
import urllib.request

from large_pool import pool

ROOT = pathlib.Path(__file__).resolve().parent.parent
BATCHES, BATCH = 125, 8


def small_record(program, folder):
    """The record of Campaigns/pool.yaml, run to its end."""
    for name in ("pool.yaml", "pool.csv"):
        shutil.copy(ROOT / "Campaigns" / name, folder / name)
    if not (folder / "pool.sqlite").exists():
        subprocess.run([program, "run", "pool.yaml", "--quiet"], cwd=folder, check=True, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)
    return folder / "pool.sqlite"


def large_record(small, path, candidates):
    """Writes a record with BATCHES iterations of the small one's campaign, each with its share of the candidates."""
    draw = random.Random(1)
    old = sqlite3.connect(small)
    new = sqlite3.connect(path)
    new.execute("PRAGMA journal_mode = WAL")
    new.execute("PRAGMA synchronous = OFF")
    objects = old.execute("SELECT type, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY rowid").fetchall()
    for kind, sql in objects:
        if kind == "table":
            new.execute(sql)
    for pragma in ("application_id", "user_version"):
        new.execute(f"PRAGMA {pragma} = {old.execute(f'PRAGMA {pragma}').fetchone()[0]}")

    def copy(table, change=lambda row: row):
        rows = old.execute(f"SELECT * FROM {table}").fetchall()
        for row in map(change, rows):
            new.execute(f"INSERT INTO {table} VALUES ({','.join('?' * len(row))})", row)

    for table in ("grdb_migrations", "property", "protocol", "version", "campaign"):
        copy(table)
    copy("specification", lambda row: tuple(
        value.replace("calculations: 60", f"calculations: {BATCHES * BATCH}") if isinstance(value, str) else value for value in row))
    fit, = old.execute("SELECT * FROM fit ORDER BY iteration DESC, property LIMIT 1").fetchall()
    ways = old.execute("SELECT * FROM transfer WHERE iteration = ? AND property = ?", fit[:2]).fetchall()
    columns = [row[1] for row in old.execute("PRAGMA table_info(calculation)")]
    calculator, protocol = old.execute("SELECT calculator, protocol FROM calculation LIMIT 1").fetchone()
    # Some texts of the enumeration are equal.
    molecules = list(dict.fromkeys(pool(candidates * 6 // 5)))[:candidates]
    share = len(molecules) // BATCHES
    at = "2026-03-01T12:00:00.000Z"
    for iteration in range(BATCHES):
        policy = "initial" if iteration == 0 else "surrogate"
        new.execute("INSERT INTO iteration VALUES (?,?,?,?,?,?,?,?)", (iteration, policy, 0, 0, 0, "[]", at, at))
        if iteration:
            new.execute(f"INSERT INTO fit VALUES ({','.join('?' * len(fit))})", (iteration,) + fit[1:])
            known = [place for earlier in range(iteration) for place in range(earlier * share + 1, earlier * share + BATCH + 1)]
            new.execute("INSERT INTO leaveOneOut VALUES (?,?,?)", (iteration, fit[1], b"".join(
                struct.pack("<Idd", molecule, draw.uniform(0.5, 3), 0.3) for molecule in known)))
            for way in ways:
                new.execute(f"INSERT INTO transfer VALUES ({','.join('?' * len(way))})", (iteration,) + way[1:])
            new.execute("INSERT INTO expectedGain VALUES (?,'hits',2,1,4)", (iteration,))
        for place in range(share):
            number = iteration * share + place + 1
            chosen = place < BATCH
            new.execute("INSERT INTO molecule VALUES (?,?,'C6H6',0,12,100)", (number, molecules[number - 1]))
            new.execute(
                "INSERT INTO candidate (iteration, molecule, rank, acquisition, decision, reason, move, position) VALUES (?,?,?,?,?,?,?,?)",
                (iteration, number, place + 1, -0.001 * place, "chosen" if chosen else "passedOver",
                 "one of the best" if chosen else "a better one was chosen", "pool", place + 1 if chosen else None))
            mean = draw.uniform(0.5, 3)
            if iteration:
                new.execute("INSERT INTO prediction VALUES (?,?,'gap',?,0.3)", (iteration, number, mean))
            if chosen:
                calculation = iteration * BATCH + place + 1
                values = dict.fromkeys(columns)
                values.update(id=calculation, iteration=iteration, position=place + 1, state="succeeded", calculator=calculator,
                              protocol=protocol, isReused=0, endedAt=at, wallSeconds=1.0)
                new.execute(f"INSERT INTO calculation VALUES ({','.join('?' * len(columns))})", tuple(values.values()))
                new.execute("INSERT INTO observation VALUES (?,'gap',?,NULL)", (calculation, max(0.0, draw.gauss(mean, 0.3))))
    for kind, sql in objects:
        if kind != "table":
            new.execute(sql)
    new.commit()
    new.close()


class Dashboard:
    """A dashboard of a record, as a program of its own."""

    def __init__(self, program, record):
        self.process = subprocess.Popen([program, "dashboard", str(record), "--port", "0", "--no-token"], stderr=subprocess.PIPE, text=True)
        self.address = re.search(r"http://\S+", self.process.stderr.readline())[0].rstrip("/")

    def get(self, page):
        start = time.perf_counter()
        with urllib.request.urlopen(f"{self.address}/0/{page}") as answer:
            text = answer.read()
        return time.perf_counter() - start, text

    def peak(self):
        """The peak of its memory, in MB."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 1000

    def seconds(self):
        """The processor time that it has used."""
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / 100

    def end(self):
        self.process.terminate()
        self.process.wait()


def news(dashboard, record, page):
    """Seconds from a row in the record to the event, and to the page with it."""
    host = dashboard.address.split("//")[1]
    connection = http.client.HTTPConnection(host)
    connection.request("GET", "/0/events")
    events = connection.getresponse()
    events.readline()
    time.sleep(1)
    database = sqlite3.connect(record)
    with database:
        database.execute("UPDATE iteration SET widenings = widenings + 1 WHERE number = 0")
    start = time.perf_counter()
    while not events.readline().startswith(b"event: change"):
        pass
    told = time.perf_counter() - start
    dashboard.get(page)
    connection.close()
    return told, time.perf_counter() - start


def follow(program, folder):
    """Runs the quickstart with its first page open, which is asked for again after each change of the record.

    Returns the campaign's seconds, its processor time with that of its programs, and the dashboard's processor time."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    shutil.copy(ROOT / "Campaigns" / "quickstart.yaml", folder)
    dashboard = Dashboard(program, folder / "quickstart.yaml")

    def look():
        connection = http.client.HTTPConnection(dashboard.address.split("//")[1])
        connection.request("GET", "/0/events")
        events = connection.getresponse()
        try:
            for line in events:
                if line.startswith(b"event: change"):
                    dashboard.get("campaign")
        except OSError:
            pass

    threading.Thread(target=look, daemon=True).start()
    start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([program, "run", "quickstart.yaml", "--quiet", "--no-cache"], cwd=folder, check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL)
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    own = dashboard.seconds()
    dashboard.end()
    return wall, spent, own


class Browser:
    """Chromium without a window, by the WebDriver protocol."""

    def __init__(self):
        self.driver = subprocess.Popen(["chromedriver", "--port=0"], stdout=subprocess.PIPE, text=True)
        for line in self.driver.stdout:
            found = re.search(r"on port (\d+)\.", line)
            if found:
                break
        self.root = f"http://127.0.0.1:{found[1]}/session"
        arguments = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--window-size=1100,900"]
        wanted = {"goog:chromeOptions": {"args": arguments}, "timeouts": {"script": 60000, "pageLoad": 60000}}
        self.root += "/" + self.ask("", {"capabilities": {"alwaysMatch": wanted}})["sessionId"]

    def ask(self, path, body):
        request = urllib.request.Request(self.root + path, json.dumps(body).encode(), {"Content-Type": "application/json"})
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)["value"]

    def open(self, address):
        self.ask("/url", {"url": address})

    def run(self, script):
        return self.ask("/execute/async", {"script": script, "args": []})

    def end(self):
        urllib.request.urlopen(urllib.request.Request(self.root, method="DELETE")).read()
        self.driver.kill()
        self.driver.wait()


# In each frame the pointer moves, or the wheel turns; the answer is how many frames a second there were.
FRAMES = """
const done = arguments[arguments.length - 1], svg = document.querySelector("#map svg.plot"), box = svg.getBoundingClientRect();
svg.scrollIntoView({block: "center"});
const seen = svg.getBoundingClientRect(), frames = kind => new Promise(ready => {
  let count = 0; const start = performance.now();
  const step = () => {
    const at = {bubbles: true, clientX: seen.left + seen.width * (0.2 + 0.6 * ((count * 37) % 100) / 100),
      clientY: seen.top + seen.height * (0.2 + 0.6 * ((count * 53) % 100) / 100), ctrlKey: true, deltaY: count % 40 < 20 ? -50 : 50};
    if (kind === "hover") (document.elementFromPoint(at.clientX, at.clientY) || svg).dispatchEvent(new PointerEvent("pointermove", at));
    else svg.dispatchEvent(new WheelEvent("wheel", {...at, cancelable: true}));
    count++;
    if (performance.now() - start < 4000) requestAnimationFrame(step); else ready(count / (performance.now() - start) * 1000);
  };
  requestAnimationFrame(step);
});
(async () => done([await frames("hover"), await frames("zoom")]))();
"""


def with_points(page, count):
    """The page of a map with as many points in the background, at random places."""
    draw = random.Random(2)
    path = "".join(f"M{draw.uniform(5, 475):.1f} {draw.uniform(5, 275):.1f}h0" for _ in range(count))
    numbers, smiles = " ".join(map(str, range(1, count + 1))), " ".join(["CCO"] * count)
    page = re.sub(r'(<path class="cloud" d=")[^"]*(" data-m=")[^"]*(" data-l=")[^"]*"', lambda found: (
        f'{found[1]}{path}{found[2]}{numbers}{found[3]}{smiles}"'), page)
    return page


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True, type=lambda path: str(pathlib.Path(path).resolve()))
    parser.add_argument("--folder", required=True, type=pathlib.Path)
    parser.add_argument("--candidates", type=int, default=500_000)
    parser.add_argument("--anew", action="store_true", help="write the large record again")
    parser.add_argument("--no-browser", action="store_true")
    options = parser.parse_args()
    folder = options.folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    small = small_record(options.program, folder)
    record = folder / f"large-{options.candidates}.sqlite"
    if options.anew or not record.exists():
        for path in folder.glob(record.name + "*"):
            path.unlink()
        draft = folder / "draft.sqlite"
        draft.unlink(missing_ok=True)
        large_record(small, draft, options.candidates)
        draft.rename(record)
    share = options.candidates // BATCHES
    pages = ["campaign", "molecules", "iteration-0", f"iteration-{BATCHES - 1}", "molecule-1", f"molecule-{share + 1}", "model", "space",
             "library", "failures", "record"]
    print("| page | first, s | again, s | kB |\n|---|---|---|---|")
    for page in pages:
        dashboard = Dashboard(options.program, record)
        first, text = dashboard.get(page)
        again, _ = dashboard.get(page)
        dashboard.end()
        print(f"| {page} | {first:.2f} | {again:.3f} | {len(text) / 1000:.0f} |", flush=True)
    dashboard = Dashboard(options.program, record)
    start = time.perf_counter()
    for page in pages:
        spent, text = dashboard.get(page)
    print(f"\nAll pages one after the other: {time.perf_counter() - start:.2f} s, peak of memory {dashboard.peak():.0f} MB.")
    told, shown = news(dashboard, record, "campaign")
    print(f"From a row to the event {told:.2f} s, to the first page {shown:.2f} s.")
    _, space = dashboard.get("space")
    dashboard.end()
    dashboard = Dashboard(options.program, small)
    for _ in range(3):
        told, shown = news(dashboard, small, "campaign")
    print(f"On the small record: to the event {told:.2f} s, to the page {shown:.2f} s.")
    dashboard.end()
    if shutil.which("xtb"):
        wall, spent, own = follow(options.program, folder / "followed")
        print(f"The quickstart with its page open: {wall:.1f} s, processor time {spent:.1f} s with its programs, and {own:.2f} s for the "
              f"dashboard, {100 * own / spent:.1f} %.", flush=True)
    if options.no_browser or not shutil.which("chromedriver"):
        sys.exit(0)
    for count in (10_000, 100_000):
        file = folder / f"map-{count}.html"
        file.write_text(with_points(space.decode(), count))
        browser = Browser()
        browser.open(file.as_uri())
        hover, zoom = browser.run(FRAMES)
        browser.end()
        print(f"{count} points: {hover:.0f} frames a second while hovering, {zoom:.0f} while zooming.")


if __name__ == "__main__":
    main()
