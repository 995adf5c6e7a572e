"""The fields of one line of a CSV file. A row is a line: quoted fields may hold delimiters, never line breaks."""

import csv

from app.core.input_files.faults import FileProblem, Unfit


def fields_of(line: str, delimiter: str) -> list[str]:
    """The fields; quotes that are not closed, or have something after them, are refused."""
    if '"' not in line:
        return line.split(delimiter)
    try:
        return next(csv.reader([line], delimiter=delimiter, strict=True))
    except csv.Error:
        raise Unfit(FileProblem.QUOTES_BROKEN, line) from None
