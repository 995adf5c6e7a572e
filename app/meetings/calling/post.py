"""Which letters a meeting has to send, and sending them: through the mail server, or as files.

Sending is done after the act is stored: a mail server that is slow or away never holds up a summons.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime

from flask import current_app, url_for
from sqlalchemy.orm import Session

from app.core.mail import Letter, file_of, send_all
from app.core.zip_files import zip_stream
from app.councils.queries import persons
from app.meetings.calling.documents.gathered_summons import gathered_summons
from app.meetings.calling.documents.summons_pdf import SummonsLanguage, summons_pdf
from app.meetings.calling.letters import Addressed, deputy_letter, summons_letter
from app.meetings.calling.links import Linked, deputy_token, summons_token
from app.meetings.calling.models import SummonsRow
from app.meetings.calling.queries import email_of, summonses
from app.meetings.domain.call_out import Answered
from app.meetings.domain.minutes import Face
from app.meetings.models import Meeting


def summons_letters(session: Session, meeting: Meeting, issue: int, at: datetime) -> dict[int, Letter]:
    """Summons → its letter, for all of the issue that are not sent; those without an e-mail address too."""
    rows = [each for each in summonses(session, meeting) if each.issue == issue and each.sent_at is None]
    if not rows:
        return {}
    summons = gathered_summons(session, meeting, Face.PUBLIC, at)
    pdf = summons_pdf(summons, language_of(meeting))
    return {each.id: summons_letter(_addressed(meeting, each), summons, pdf, language_of(meeting)) for each in rows}


def deputy_letters(session: Session, meeting: Meeting, asked: Sequence[Answered], at: datetime) -> list[Letter]:
    """The letters to deputies who are asked."""
    if not asked:
        return []
    summons = gathered_summons(session, meeting, Face.PUBLIC, at)
    found = persons(session, {each for line in asked for each in (line.absent_person_id, line.deputy_person_id)})
    return [
        deputy_letter(
            Addressed(
                found[each.deputy_person_id].name,
                email_of(found[each.deputy_person_id]),
                _page(meeting),
                deputy_link(meeting, each),
            ),
            found[each.absent_person_id].name,
            summons,
            language_of(meeting),
        )
        for each in asked
    ]


def send(letters: Mapping[int, Letter]) -> dict[int, str]:
    """What the mail server said of each letter with an address; nothing is sent where there is no server."""
    server, sender = current_app.config["SMTP"], current_app.config["MAIL_FROM"]
    with_address = {key: each for key, each in letters.items() if each.to_address}
    return send_all(server, sender, with_address) if server and with_address else {}


def letters_zip(letters: Mapping[int, Letter], folder: str) -> bytes:
    """The letters as files for a mail program, one for each person."""
    sender = current_app.config["MAIL_FROM"]
    placed = enumerate((letters[key] for key in sorted(letters)), start=1)
    files = ((f"{folder}/{place:02d}-{_file_name(each)}.eml", file_of(each, sender)) for place, each in placed)
    return b"".join(zip_stream(files))


def language_of(meeting: Meeting) -> SummonsLanguage:
    """The form the council writes in."""
    return "nn" if meeting.language == "nn" else "nb"


def deputy_link(meeting: Meeting, asked: Answered) -> str:
    """Where the deputy answers."""
    linked = Linked(meeting.id, asked.deputy_person_id, asked.absent_person_id)
    token = deputy_token(current_app.config["SECRET_KEY"], linked)
    return url_for("answers.deputy", token=token, _external=True)


def summons_link(meeting: Meeting, person_id: int) -> str:
    """Where one who is summoned says that it is read, or reports an absence."""
    token = summons_token(current_app.config["SECRET_KEY"], Linked(meeting.id, person_id))
    return url_for("answers.summons", token=token, _external=True)


def _addressed(meeting: Meeting, row: SummonsRow) -> Addressed:
    answer = summons_link(meeting, row.person_id) if row.person_id is not None else ""
    return Addressed(row.name, row.email, _page(meeting), answer)


def _page(meeting: Meeting) -> str:
    return url_for("public_meetings.meeting", address=meeting.address, _external=True)


def _file_name(letter: Letter) -> str:
    return "".join(each if each.isalnum() else "-" for each in letter.to_name.casefold())[:60] or "mottaker"
