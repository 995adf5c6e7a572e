"""Commands whose answer cannot be written: one line and status 1; a reader that has left ends them quietly."""

import os
import subprocess
import sys
from pathlib import Path
from typing import IO

import click
import pytest

from app.auth.commands import users
from app.core.command_group import AnsweringGroup
from app.elections.commands import elections
from tests.house.source import ROOT
from tests.small_election import Files, write_files

FULL_DISK = (
    "Svaret kunne ikke skrives til standard ut (No space left on device). Det er trygt å kjøre kommandoen på nytt.\n"
)


def run(tmp_path: Path, *arguments: object, stdout: int | IO[bytes]) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ,
        "DATABASE_URL": f"sqlite:///{tmp_path / 'verv.sqlite'}",
        "SECRET_KEY": "only for tests, and long enough",
    }
    command = [sys.executable, "-m", "flask", "--app", "wsgi", *map(str, arguments)]
    return subprocess.run(
        command, cwd=ROOT, env=environment, stdout=stdout, stderr=subprocess.PIPE, text=True, check=False
    )


def run_without_reader(tmp_path: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    """The command with a pipe that nobody reads from any more."""
    reading, writing = os.pipe()
    os.close(reading)
    try:
        return run(tmp_path, *arguments, stdout=writing)
    finally:
        os.close(writing)


def settle_files(files: Files, *more: object) -> tuple[object, ...]:
    return ("elections", "settle-files", files.setup, files.counts, files.ballots, *more)


def test_a_full_disk_is_told_in_one_line(tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        ended = run(tmp_path, *settle_files(write_files(tmp_path)), stdout=full)
    assert (ended.returncode, ended.stderr) == (1, FULL_DISK)


def test_a_full_disk_is_told_where_the_answer_is_lines(tmp_path: Path) -> None:
    files = write_files(tmp_path)
    with Path("/dev/full").open("wb") as full:
        ended = run(tmp_path, *settle_files(files, "-o", tmp_path / "result.json"), stdout=full)
    assert (ended.returncode, ended.stderr) == (1, FULL_DISK)
    assert (tmp_path / "result.json").exists()


def test_an_output_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    ended = run(tmp_path, *settle_files(write_files(tmp_path), "-o", "/dev/full"), stdout=subprocess.PIPE)
    assert (ended.returncode, ended.stderr) == (1, "/dev/full: No space left on device\n")


def test_a_reader_that_has_left_ends_a_command_quietly(tmp_path: Path) -> None:
    ended = run_without_reader(tmp_path, *settle_files(write_files(tmp_path)))
    assert (ended.returncode, ended.stderr) == (0, "")


def test_a_reader_that_has_left_does_not_make_a_bundle_right(tmp_path: Path) -> None:
    """``verify`` still ends with status 1: the exit status does not depend on who listens."""
    files = write_files(tmp_path)
    run(tmp_path, *settle_files(files, "-o", tmp_path / "result.json"), stdout=subprocess.PIPE)
    for name in ("LES-MEG.txt", "SHA256SUMS"):
        (tmp_path / name).write_text("")
    ended = run_without_reader(tmp_path, "elections", "verify", tmp_path)
    assert ended.returncode == 1
    assert ended.stderr == "Kontrollpakken stemmer ikke: 5 forskjeller.\n"


@pytest.mark.parametrize("group", [elections, users])
def test_every_group_of_commands_answers_so(group: click.Group) -> None:
    assert isinstance(group, AnsweringGroup)
