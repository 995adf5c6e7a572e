"""What to say when something about the plan, the agenda, its papers or the call is refused."""

from flask_babel import gettext

from app.core.errors import DomainError
from app.core.formatting import joined, moment
from app.meetings import refusals
from app.meetings.agenda import file_types
from app.meetings.agenda import refusals as of_agenda
from app.meetings.calling import refusals as of_calling
from app.meetings.domain import meeting_forms
from app.meetings.live.told import Told

MEGABYTE = 1024 * 1024


def _(text: str, **facts: object) -> str:
    return str(gettext(text, **facts))


def told(error: DomainError, names: Told) -> str | None:
    """One or more sentences in the reader's language; None for what is not about these."""
    for texts in (_of_plan, _of_agenda, _of_papers, _of_call):
        if text := texts(error):
            return text
    return None


def _of_plan(error: DomainError) -> str | None:
    match error:
        case refusals.MeetingStaleEdit():
            return _(
                "Andre har lagret endringer i møtet siden du åpnet siden. Se over det som står her nå, og lagre på nytt."
            )
        case refusals.MeetingAtThatTime(council, starts_at):
            return _(
                "%(council)s har alt et møte %(moment)s. Velg en annen tid.", council=council, moment=moment(starts_at)
            )
        case refusals.MeetingHasBegun():
            return _("Møtet er holdt, i gang eller avlyst, og kan ikke endres her (R-300).")
        case refusals.MoveNeedsReason():
            return _("Skriv hvorfor møtet flyttes eller avlyses: de som har det i kalenderen, får vite det (R-283).")
        case refusals.NoTermThatDay(council):
            return _(
                "%(council)s har ingen valgperiode som dekker dagen, så ingen kan kalles inn (R-282). Legg inn utvalget "
                "for perioden først.",
                council=council,
            )
        case meeting_forms.NoticeTooShort():
            return _("Innkallingen må gå ut minst én dag før møtet (R-282).")
    return None


def _of_agenda(error: DomainError) -> str | None:
    match error:
        case refusals.ItemNotThere():
            return _("Saken eller vedlegget er ikke på sakslisten lenger. Last siden på nytt.")
        case refusals.ItemHasGoneOut(_key, number):
            return _(
                "Sak %(number)s er sendt til medlemmene og endres ikke (R-282). Trekk den, og legg den inn på nytt på en "
                "tilleggssaksliste.",
                number=number,
            )
        case of_agenda.DemandedByThird(number, needed):
            return _(
                "Saken er krevd av %(number)s medlemmer, og %(needed)s er nok: den skal stå på sakslisten (R-282).",
                number=number,
                needed=needed,
            )
    return None


def _of_papers(error: DomainError) -> str | None:
    match error:
        case file_types.NotAPaper(name):
            return _(
                "«%(name)s» er ikke en PDF-, DOCX- eller ODT-fil, hva den enn heter. Lagre den som en av dem.",
                name=name,
            )
        case file_types.PaperIsLocked(name):
            return _("«%(name)s» er låst med passord. Lagre den uten.", name=name)
        case file_types.PaperRuns(name, what):
            return _(
                "«%(name)s» har et program i seg (%(what)s) og tas ikke imot. Lagre den uten makroer og skript.",
                name=name,
                what=what,
            )
        case file_types.PaperTooLarge(name, size, largest):
            return _(
                "«%(name)s» er på %(size)s MB; det tas imot filer på inntil %(largest)s MB.",
                name=name,
                size=-(-size // MEGABYTE),
                largest=largest // MEGABYTE,
            )
    return None


def _of_call(error: DomainError) -> str | None:
    match error:
        case of_calling.NothingToCall():
            return _("Ingen saker er klare (R-282). Sett minst én sak på sakslisten først.")
        case of_calling.PublicTitleMissing(titles):
            return _(
                "Saker som er unntatt offentlighet, må ha en offentlig tittel (R-283): %(titles)s.",
                titles=joined(titles),
            )
        case of_calling.NotSummoned():
            return _("Den som melder forfall, må ha en plass i møtet (R-255).")
        case of_calling.MeetingNotCalled(_meeting, starts_at):
            return _(
                "Møtet %(moment)s er ikke innkalt, er avlyst, eller har begynt (R-255). Ta kontakt med møtesekretæren.",
                moment=moment(starts_at),
            )
        case of_calling.NoLongerAsked():
            return _("Plassen er fylt, eller spørsmålet har gått videre (R-255). Ta kontakt med møtesekretæren.")
        case of_calling.NotAbsent():
            return _("Det er ikke meldt forfall (R-255).")
    return None
