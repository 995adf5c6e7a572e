"""``make test``: every check in turn, quickest first; stops at the first that fails and says which.

On a clean machine CI runs exactly this. With ``CI=true`` a missing database engine or browser is a failure, not a skip.
"""

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent

CHECKS = (
    ("Style", ["ruff", "check", "--quiet", "."]),
    ("Format", ["ruff", "format", "--quiet", "--check", "."]),
    ("Types", ["mypy", "--no-error-summary"]),
    ("Tests", ["pytest", "-n", "auto", "--dist", "loadscope"]),
)


def main() -> None:
    """Run the checks; arguments are handed to pytest."""
    os.chdir(ROOT)
    for name, command in CHECKS:
        started = time.monotonic()
        print(f"{name} …", flush=True)
        arguments = sys.argv[1:] if command[0] == "pytest" else []
        finished = subprocess.run([BIN / command[0], *command[1:], *arguments], check=False)
        if finished.returncode:
            sys.exit(f"{name} failed.")
        print(f"{name}: well, {time.monotonic() - started:.0f} s", flush=True)


if __name__ == "__main__":
    main()
