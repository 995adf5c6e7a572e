"""The minutes that are published, for everyone: the public face of the latest published version, and how each voted.

Drafts and approved versions that are not published do not exist here, and neither does the full face.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.meetings.documents.minutes_document import Issue, minutes_fingerprint
from app.meetings.domain.minutes import Face, ItemMinutes, Minutes, public_minutes
from app.meetings.domain.minutes_states import MinutesState
from app.meetings.domain.proceedings import HeldVote
from app.meetings.domain.vote_forms import Choice
from app.meetings.domain.vote_results import PartyVotes
from app.meetings.live.queries import form_of, log_of, occasion_of
from app.meetings.minutes_room.queries import issue_of, text_of
from app.meetings.minutes_texts.item_lines import people_of
from app.meetings.minutes_texts.minutes_text import MinutesText
from app.meetings.minutes_texts.vote_lines import vote_line
from app.meetings.minutes_texts.words import WORDS
from app.meetings.models import Meeting, MinutesRow
from app.meetings.queries import day_of, meeting_by_address


@dataclass(frozen=True, slots=True)
class MemberVote:
    """How one who sat in a seat voted."""

    seat: int
    name: str
    party: str
    choice: Choice
    as_deputy: bool


@dataclass(frozen=True, slots=True)
class ShownVote:
    """A vote: its line in the minutes, each party's votes, and each member's. A secret ballot has the line alone."""

    number: int
    item: str
    line: str
    parties: tuple[PartyVotes, ...]
    members: tuple[MemberVote, ...]

    @property
    def split(self) -> bool:
        """Whether not everybody voted the same, so that it matters how each party did."""
        return len({each.choice for each in self.members}) > 1


@dataclass(frozen=True, slots=True)
class MinutesPage:
    """The published minutes of a meeting, with what the document is known by."""

    address: str
    council: str
    council_slug: str
    number: str
    on: date
    form: str
    text: MinutesText
    issue: Issue
    fingerprint: str
    published_at: datetime
    votes: tuple[ShownVote, ...]


def minutes_page(session: Session, address: str) -> MinutesPage | None:
    """The published minutes of the meeting; None while there are none.

    Law: kommuneloven (2018) § 11-4.
    Rules: R-300.
    """
    meeting = meeting_by_address(session, address)
    row = published_version(session, meeting) if meeting else None
    if meeting is None or row is None or row.published_at is None:
        return None
    text, issue = text_of(row, Face.PUBLIC), issue_of(meeting, row, Face.PUBLIC)
    return MinutesPage(
        address,
        meeting.council.name,
        meeting.council.slug,
        meeting.meeting_number,
        day_of(meeting),
        text.form,
        text,
        issue,
        minutes_fingerprint(text, issue),
        row.published_at,
        tuple(_votes(session, meeting, row.published_at)),
    )


def published_version(session: Session, meeting: Meeting) -> MinutesRow | None:
    """The latest version that is published."""
    return session.scalars(
        select(MinutesRow)
        .where(
            MinutesRow.meeting_id == meeting.id,
            MinutesRow.state == MinutesState.PUBLISHED,
            MinutesRow.published_at.is_not(None),
        )
        .order_by(MinutesRow.version.desc())
        .limit(1)
    ).first()


def _votes(session: Session, meeting: Meeting, known: datetime) -> Iterator[ShownVote]:
    """The votes of the public face: of a closed item the open vote on closing, and on disqualification."""
    log = log_of(session, meeting, known)
    minutes = public_minutes(log.now, occasion_of(session, meeting))
    people, words = people_of(log.setting.roster), WORDS[form_of(meeting)]
    for vote, item in _in_order(minutes):
        yield ShownVote(
            vote.number,
            " ".join(part for part in (item.item.number, item.title) if part),
            vote_line(vote, item, people, words),
            vote.result.by_party(),
            tuple(
                MemberVote(each.voter.seat, each.voter.name, each.voter.party, each.choice, each.voter.as_deputy)
                for each in vote.result.casts
            ),
        )


def _in_order(minutes: Minutes) -> list[tuple[HeldVote, ItemMinutes]]:
    return sorted(((vote, item) for item in minutes.items for vote in item.votes), key=lambda each: each[0].number)
