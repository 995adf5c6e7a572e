"""What can be wrong with an election's files, beside what any file can have (``core.input_files.faults``).

Rules: R-56, R-101, R-110, R-111.
"""

from enum import auto

from app.core.input_files.faults import AnyProblem


class Problem(AnyProblem):
    """One kind of fault. ``fault_texts.py`` has one sentence for each."""

    # counts.csv and ballots.csv
    CONTEST_UNKNOWN = auto()
    LIST_UNKNOWN = auto()
    LIST_OF_OTHER_CONTEST = auto()
    COUNT_UNKNOWN = auto()
    CATEGORY_UNKNOWN = auto()
    PLACE_MALFORMED = auto()
    LINE_UNKNOWN = auto()
    LINE_NOT_IN_COUNT = auto()
    NUMBER_MALFORMED = auto()
    NUMBER_TOO_LARGE = auto()
    ROW_REPEATED = auto()
    IDENTIFIER_MISSING = auto()
    IDENTIFIER_TOO_LONG = auto()
    IDENTIFIER_MALFORMED = auto()
    MARK_MALFORMED = auto()
    MARK_UNKNOWN_POSITION = auto()
    WRITE_IN_MALFORMED = auto()
    WRITE_IN_UNKNOWN_LIST = auto()
    BALLOT_REPEATED = auto()
    MORE_ROWS_THAN_BALLOTS = auto()
    # setup.json and result.json
    FORMAT_WRONG = auto()
    KEY_UNKNOWN = auto()
    KEY_MISSING = auto()
    KEY_REPEATED = auto()
    TYPE_WRONG = auto()
    TEXT_EMPTY = auto()
    TEXT_TOO_LONG = auto()
    VALUE_UNKNOWN = auto()
    NUMBER_OUT_OF_RANGE = auto()
    DATE_OUT_OF_RANGE = auto()
    RULE_SET_OF_OTHER_DAY = auto()
    MUNICIPALITY_NUMBER_MALFORMED = auto()
    CODE_REPEATED = auto()
    CODE_RESERVED = auto()
    DISTRICT_REPEATED = auto()
    ARRAY_EMPTY = auto()
    POSITION_GAP = auto()
    BONUS_GAP = auto()
    BONUS_TOO_MANY = auto()
