"""A JSON document handed in by someone, as Python's own values: the bytes, or the fault that keeps them from being one.

Nothing is guessed: a key stands once, ``NaN`` is no number, a byte that is not UTF-8 is told with its line.
"""

import json

from app.core.input_files.faults import FileProblem, InputFault, Line, Unfit, shown
from app.core.input_files.input_file import BYTE_ORDER_MARK, decoded, refuse_other_kinds

Json = object


class RepeatedKey(dict[str, Json]):
    """An object in which a key stands more than once; such an object says two things and is refused."""

    key: str


def read_json(content: bytes, file: str) -> Json:
    """The document, or the fault that keeps it from being one."""
    refuse_other_kinds(file, content)
    text = document_text(content.removeprefix(BYTE_ORDER_MARK), file)
    if not text.strip():
        raise InputFault(file, None, "", FileProblem.FILE_EMPTY)
    try:
        return json.loads(text, object_pairs_hook=_object, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        line = error.doc.splitlines()[error.lineno - 1 : error.lineno] or [""]
        column = error.colno
        value = shown(line[0][max(0, column - 20) : column + 20])
        raise InputFault(file, Line(error.lineno), value, FileProblem.JSON_BROKEN, (("column", column),)) from None
    except RecursionError:
        raise InputFault(file, None, "", FileProblem.JSON_TOO_DEEP) from None
    except Unfit as unfit:
        raise unfit.at(file, None) from None
    except ValueError:
        raise InputFault(file, None, "…", FileProblem.JSON_NUMBER) from None


def document_text(content: bytes, file: str) -> str:
    """The bytes as text; a byte that is not UTF-8 is told with its line."""
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start)
        try:
            decoded(content.split(b"\n")[line])
        except Unfit as unfit:
            raise unfit.at(file, Line(line + 1)) from None
        raise


def _object(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    values = dict(pairs)
    if len(values) == len(pairs):
        return values
    names = [name for name, _ in pairs]
    repeated = RepeatedKey(values)
    repeated.key = next(name for name in names if names.count(name) > 1)
    return repeated


def _refuse_constant(name: str) -> Json:
    raise Unfit(FileProblem.JSON_NUMBER, name)
