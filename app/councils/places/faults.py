"""What can be wrong with a file about places, beside what any file can have (``core.input_files.faults``)."""

from enum import auto

from app.core.input_files.faults import AnyProblem


class Problem(AnyProblem):
    """One kind of fault. ``fault_texts.py`` has a sentence for each."""

    # fields of a CSV file
    TEXT_EMPTY = auto()
    TEXT_TOO_LONG = auto()
    HOUSE_NUMBER_MALFORMED = auto()
    LETTER_MALFORMED = auto()
    POSTCODE_MALFORMED = auto()
    COORDINATE_MALFORMED = auto()
    SYSTEM_UNKNOWN = auto()
    NO_ADDRESSES = auto()
    # polling districts
    DISTRICT_UNKNOWN = auto()
    ENDS_BEFORE_IT_BEGINS = auto()
    VALIDITY_OVERLAPS = auto()
    # maps
    NOT_A_COLLECTION = auto()
    NO_FEATURES = auto()
    NOT_A_FEATURE = auto()
    PROPERTY_MISSING = auto()
    PROPERTY_MALFORMED = auto()
    POLLING_DISTRICT_UNKNOWN = auto()
    NOT_AN_AREA = auto()
    COORDINATES_MALFORMED = auto()
    RING_TOO_SHORT = auto()
    RING_OPEN = auto()
    SYSTEM_UNNAMED = auto()
    OUTSIDE_NORWAY = auto()
    NUMBERS_SWAPPED = auto()
    BORDER_CROSSES_ITSELF = auto()
    HOLE_OUTSIDE = auto()
    PARTS_OVERLAP = auto()
    SHAPE_INVALID = auto()
    DISTRICTS_OVERLAP = auto()
