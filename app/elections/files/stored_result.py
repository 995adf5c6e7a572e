"""A result file that someone published: the lots it was made with, and how it differs from one made anew."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.core.input_files.faults import shown
from app.core.input_files.json_document import Json, read_json
from app.councils.domain.lots import Lot
from app.elections.files.json_values import Faults, JsonObject, json_text
from app.elections.files.result_file import FORMAT
from app.elections.files.settle_files import ContestLot
from app.elections.files.setup_file import require_format

RESULT_KEYS = dict.fromkeys(("format", "election", "inputs_sha256", "contests"))
CONTEST_KEYS = dict.fromkeys(("code", "seats", "lists", "seat_order", "lots"))
LOT_KEYS = dict.fromkeys(("lists", "winner"))
SIZE_LIMIT = 200_000_000
ABSENT = object()


@dataclass(frozen=True, slots=True)
class Difference:
    """One value that is not what it was: where, what stands in the stored document, what the other one says."""

    path: str
    stored: str
    recomputed: str

    def __str__(self) -> str:
        return f"{self.path}: {self.stored} ≠ {self.recomputed}"


@dataclass(frozen=True, slots=True)
class StoredResult:
    """A result document as it was read, and the lots of all its contests in the order they are used."""

    document: Json
    lots: tuple[ContestLot, ...]


def read_result(content: bytes, name: str) -> StoredResult:
    """The result in a file of that name; refused if it is not one, or its lots cannot be read."""
    faults = Faults(name)
    document = read_json(content, name)
    result = JsonObject(document, None, faults, RESULT_KEYS)
    require_format(result, FORMAT, faults)
    lots = tuple(
        ContestLot(contest.code("code"), Lot(lot.codes("lists"), lot.code("winner")))
        for contest in result.objects("contests", CONTEST_KEYS)
        for lot in contest.objects("lots", LOT_KEYS)
    )
    faults.refuse()
    return StoredResult(document, lots)


def compare_results(stored: Json, recomputed: Json) -> list[Difference]:
    """Every value in which two result documents differ, in the order of the stored one."""
    return list(differences("", stored, recomputed))


def differences(path: str, stored: Json, recomputed: Json) -> Iterator[Difference]:
    """The differences at and below a path. ``true`` is not 1."""
    if isinstance(stored, dict) and isinstance(recomputed, dict):
        for key in {**stored, **recomputed}:
            below = f"{path}.{shown(key)}" if path else shown(key)
            yield from differences(below, stored.get(key, ABSENT), recomputed.get(key, ABSENT))
    elif isinstance(stored, list) and isinstance(recomputed, list):
        for index in range(max(len(stored), len(recomputed))):
            yield from differences(f"{path}[{index}]", at(stored, index), at(recomputed, index))
    elif type(stored) is not type(recomputed) or stored != recomputed:
        yield Difference(path, value_text(stored), value_text(recomputed))


def at(values: list[Json], index: int) -> Json:
    """The value at the index, if the list is so long."""
    return values[index] if index < len(values) else ABSENT


def value_text(value: Json) -> str:
    """A value as a difference shows it: a dash for what is not there."""
    return "–" if value is ABSENT else shown(json_text(value))
