"""``make run``: bring the database up to date, fill it with demo data if it is empty, and serve on 127.0.0.1.

Stops with one clear line if the port is taken. ``PORT=8000 make run`` takes another.
"""

import os
import re
import socket
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
HIGHEST_PORT = 65_535


def main() -> None:
    """Check the port, then migrate, fill, and become the server."""
    port = port_number(os.environ.get("PORT") or "5000")
    refuse_unless_free(port)
    os.chdir(ROOT)
    os.environ.setdefault("VERV_PLAIN_HTTP", "1")
    print("Bringing the database up to date …", flush=True)
    flask("db", "upgrade")
    flask("demo", "--if-empty")
    print(f"\nVerv is on http://127.0.0.1:{port} (stop it with Ctrl-C)\n", flush=True)
    command = [str(BIN / "gunicorn"), "--bind", f"127.0.0.1:{port}", "--workers", "2", "--log-level", "warning"]
    os.execv(command[0], [*command, "wsgi:app"])  # noqa: S606 - our own server, no shell


def port_number(given: str) -> int:
    """The port that ``given`` names; stop here if it names none."""
    if not re.fullmatch("[0-9]{1,5}", given) or not 1 <= int(given) <= HIGHEST_PORT:
        sys.exit(f"PORT is '{given}'; expected a number from 1 to {HIGHEST_PORT}, such as 5000.")
    return int(given)


def refuse_unless_free(port: int) -> None:
    """Stop here if something listens on the port already, or we may not."""
    another = 5000 if port == HIGHEST_PORT else port + 1
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except PermissionError:
            sys.exit(f"Port {port} is for the system's own services. Choose another: PORT=5000 make run")
        except OSError:
            sys.exit(f"Port {port} is taken. Stop what uses it, or choose another: PORT={another} make run")


def flask(*arguments: str) -> None:
    """Run one of Verv's commands; stop here if it fails, since it has said why."""
    finished = subprocess.run([BIN / "flask", "--app", "wsgi", *arguments], check=False)
    if finished.returncode:
        sys.exit(finished.returncode)


if __name__ == "__main__":
    main()
