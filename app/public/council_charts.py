"""A council as pictures: its seats by the list that won them, as a bar and as the half-circle it sits in."""

from flask_babel import gettext as _

from app.core.charts import Item, Segment, stacked_bar
from app.core.formatting import number
from app.core.hemicycle import Hemicycle, hemicycle
from app.public.council_pages import SittingOnDay
from app.public.shown_lists import from_the_left

VACANT = "vacant"
"""The class of the charts' style sheet for a seat that nobody has."""


def seat_items(sitting: SittingOnDay) -> tuple[Item, ...]:
    """Seats that somebody has, by the list that won them, from the left as they are seated; then the vacant ones."""
    held = [seat.group.code for seat in sitting.register.seats if seat.holder]
    seats = [(shown, held.count(shown.code)) for shown in from_the_left(sitting.lists.values())]
    items = tuple(
        Item(shown.code, shown.name or _("Medlemmer"), value, shown.colour, number(value))
        for shown, value in seats
        if value
    )
    vacant = sitting.register.vacant
    return (*items, Item("–", _("Ledig plass"), vacant, VACANT, number(vacant))) if vacant else items


def bar(sitting: SittingOnDay) -> tuple[Segment, ...]:
    """The seats as one bar."""
    return stacked_bar(seat_items(sitting))


def half_circle(sitting: SittingOnDay) -> Hemicycle:
    """The council as it is seated."""
    return hemicycle(seat_items(sitting))
