"""A result as pictures: shares as bars, seats as a half-circle, quotients as a ladder."""

from app.core.charts import BarChart, Item, Ladder, Step, bar_chart, ladder
from app.core.formatting import decimal, number, percent
from app.core.hemicycle import Hemicycle, hemicycle
from app.councils.domain.seats import Quotient, SeatAward
from app.public import texts
from app.public.contest_result import ContestResult
from app.public.shown_lists import ShownList, from_the_left


def ballot_bars(result: ContestResult) -> BarChart:
    """Each list's share of the ballots as bars, most first."""
    by_ballots = sorted(result.outcomes, key=lambda outcome: -outcome.figures.ballots)
    return bar_chart(
        [
            outcome.shown.item(
                outcome.figures.ballots,
                percent(outcome.figures.ballots, result.ballots),
            )
            for outcome in by_ballots
        ]
    )


def margin_bars(result: ContestResult) -> BarChart:
    """How many further ballots would have given each list one seat more, fewest first."""
    return bar_chart(
        [each.shown.item(each.win_added.ballots) for each in result.margin.nearest_to_a_seat if each.win_added]
    )


def seat_items(result: ContestResult) -> tuple[Item, ...]:
    """Lists with seats, from the left as they are seated."""
    seats = {outcome.shown.code: outcome.figures.seats for outcome in result.outcomes}
    seated = from_the_left(outcome.shown for outcome in result.outcomes)
    return tuple(shown.item(seats[shown.code]) for shown in seated if seats[shown.code])


def half_circle(result: ContestResult) -> Hemicycle:
    """The council as it is seated."""
    return hemicycle(seat_items(result))


def quotient_ladder(result: ContestResult) -> Ladder:
    """Every seat with its quotient, and who stood next."""
    won = [
        _step(seat.shown, seat.award, seat.award.seat, str(texts.DECISIONS[seat.award.decided_by]))
        for seat in result.ladder.seats
    ]
    return ladder(won, [_step(each.shown, each.quotient, None, "") for each in result.ladder.next_in_line])


def _step(shown: ShownList, quotient: SeatAward | Quotient, seat: int | None, note: str) -> Step:
    return Step(
        seat=seat,
        code=shown.code,
        name=shown.name,
        colour=shown.colour,
        quotient=quotient.quotient,
        quotient_text=decimal(quotient.quotient, 6),
        votes=number(quotient.votes),
        divisor=texts.divisor(quotient.divisor),
        note=note,
    )
