"""How long it takes to settle a city from its files, against the time Python takes to read the ballots file at all.

    python -m benchmarks.settle_files [--rows 75000 750000] [--order written|shuffled] [--repeat 9]

Each size runs in a process of its own, so that peak memory is that size's alone.
"""

import argparse
import csv
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from app.elections.files.settle_files import SettledFiles, settle_files
from benchmarks.city import write_city


def main() -> None:
    """Run the sizes asked for, each in a new process."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, nargs="+", default=[75_000])
    parser.add_argument("--order", choices=["written", "shuffled"], default="written")
    parser.add_argument("--repeat", type=int, default=9)
    parser.add_argument("--folder", type=Path, help="files made before")
    arguments = parser.parse_args()
    if arguments.folder:
        measure(arguments.folder, arguments.repeat)
        return
    print("| rows | csv.reader, s | settle_files, s | ratio | peak memory, MB (before) |", flush=True)
    print("|---|---|---|---|---|", flush=True)
    for rows in arguments.rows:
        with tempfile.TemporaryDirectory() as folder:
            write_city(Path(folder), rows, shuffled=arguments.order == "shuffled")
            command = [sys.executable, "-m", __spec__.name, "--folder", folder, "--repeat", str(arguments.repeat)]
            subprocess.run(command, check=True)  # noqa: S603 - this module again


def measure(folder: Path, repeat: int) -> None:
    """One line of the table: the best of several turns, the two taking turns so that a busy machine hurts both."""
    before = peak_megabytes()
    read, settled = [], []
    for _ in range(repeat):
        read.append(seconds(lambda: read_with_csv(folder / "ballots.csv")))
        settled.append(seconds(lambda: settle_city(folder)))
    rows = sum(1 for _ in (folder / "ballots.csv").open("rb")) - 1
    ratio = min(settled) / min(read)
    print(f"| {rows} | {min(read):.3f} | {min(settled):.3f} | {ratio:.2f} | {peak_megabytes():.0f} ({before:.0f}) |")


def read_with_csv(path: Path) -> None:
    """What the time is measured against."""
    with path.open(encoding="utf-8", newline="") as file:
        for _ in csv.reader(file):
            pass


def settle_city(folder: Path) -> None:
    """Everything from the three files to the bytes of the result."""
    settled = settle_files(folder / "setup.json", folder / "counts.csv", folder / "ballots.csv", ())
    assert isinstance(settled, SettledFiles)


def seconds(act: Callable[[], None]) -> float:
    """Processor time of one turn."""
    start = time.process_time()
    act()
    return time.process_time() - start


def peak_megabytes() -> float:
    """The most memory this process has held so far, as Linux tells it."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


if __name__ == "__main__":
    main()
