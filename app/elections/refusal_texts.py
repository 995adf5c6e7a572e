"""What to say when something about an election is refused: the rule, the facts, and what to do. One text per type."""

from flask_babel import gettext

from app.core.errors import DomainError
from app.core.formatting import moment
from app.councils.domain.lots import Lot, LotDoesNotFit, LotNotNeeded, LotRequired
from app.elections import refusals
from app.elections.documents.gathered_record import NotSettled
from app.elections.domain.ballots import UnknownList, UnknownPosition
from app.elections.domain.possible_tally import ImpossibleTally
from app.elections.domain.settlement import NoVotes, TooFewLists
from app.elections.domain.states import MoveNotAllowed
from app.elections.domain.tally import NegativeBallots, TooManyBallotsRead
from app.elections.fault_texts import describe_all
from app.elections.files.faults import InputFault
from app.elections.files.settle_files import LotAmbiguous
from app.elections.state_texts import election_state_text
from app.elections.validity_refusal_texts import describe_validity


def _(text: str, **facts: object) -> str:
    return str(gettext(text, **facts))


def describe(error: DomainError) -> str:
    """One or two sentences in the reader's language. A type without a text of its own is a defect, found by a test."""
    match error:
        case InputFault():
            return "\n".join(describe_all(error))
        case refusals.UnknownElection(wanted):
            return _("Det finnes ikke noe valg med nummer eller adresse «%(wanted)s».", wanted=wanted)
        case refusals.UnknownContest(code, codes):
            return _(
                "Valget har ingen bydel med kode «%(code)s»; det har %(codes)s.", code=code, codes=", ".join(codes)
            )
        case refusals.MunicipalityDiffers(number, name, stored_name):
            return _(
                "Kommune %(number)s heter «%(stored)s» her, men «%(name)s» i filen. Rett navnet eller nummeret i filen.",
                number=number,
                stored=stored_name,
                name=name,
            )
        case refusals.CountDiffers():
            return _(
                "Tallet for %(contest)s, telling %(count)s, %(category)s, sted «%(place)s», linje %(line)s er lagret som "
                "%(stored)s, men er %(number)s i filen. Lagrede tall overskrives ikke av en fil. Ingenting er lagret.",
                contest=error.contest,
                count=error.count,
                category=error.category,
                place=error.place,
                line=error.line,
                stored=error.stored,
                number=error.number,
            )
        case refusals.BallotDiffers():
            return _(
                "Stemmeseddel %(ballot)s i bunke %(batch)s (%(contest)s) er lagret som «%(stored)s», men er «%(received)s» "
                "i filen. Lagrede stemmesedler overskrives ikke av en fil. Ingenting er lagret.",
                ballot=error.ballot,
                batch=error.batch,
                contest=error.contest,
                stored=error.stored,
                received=error.received,
            )
        case refusals.ContestIsSettled(contest):
            return _(
                "Valgoppgjøret for %(contest)s er gjort, og opptelling og stemmesedler er låst. Ingenting er lagret.",
                contest=contest,
            )
        case refusals.NoSecondCount(contest):
            return _(
                "%(contest)s har ingen tall fra endelig opptelling (telling 2), som oppgjøret bygger på. "
                "Ta inn tallene først.",
                contest=contest,
            )
        case refusals.NoBallotsFile(address):
            return _(
                "Ingen fil med endrede stemmesedler er tatt inn for /valg/%(address)s. Ta den inn først; er ingen seddel endret, ta inn en fil med bare overskriften.",
                address=address,
            )
        case refusals.NotAllSettled(contests):
            return _("Valgoppgjøret mangler for: %(contests)s.", contests=", ".join(contests))
        case refusals.NotReleased(release_time):
            return _(
                "Resultater kan tidligst gis ut %(moment)s (valgloven: ingenting om resultatet før valglokalene er "
                "stengt). Prøv igjen etter det.",
                moment=moment(release_time),
            )
        case refusals.FileChanged(name):
            return _("%(file)s ble endret mens den ble lest. Ingenting er lagret; prøv igjen.", file=name)
        case TooManyBallotsRead(contest, list_code, ballots, counted) | refusals.MoreBallotsThanCounted(
            contest, list_code, ballots, counted
        ):
            return _(
                "%(contest)s: det er %(ballots)s endrede stemmesedler for liste %(list)s, men den endelige opptellingen "
                "har bare %(counted)s stemmesedler. Rett opptellingen eller filen med stemmesedler.",
                contest=contest,
                ballots=ballots,
                list=list_code,
                counted=counted,
            )
        case TooFewLists(contest, lists):
            return _(
                "%(contest)s har %(lists)s godkjent liste eller ingen. Da holdes flertallsvalg, og det finnes ikke noe "
                "oppgjør mellom lister.",
                contest=contest,
                lists=lists,
            )
        case ImpossibleTally():
            return _(
                "Tallene for %(contest)s kan ikke komme fra noen stemmesedler (liste %(facts)s). Kontroller opptellingen.",
                contest=error.contest,
                facts=", ".join(sorted({code for code, _fault in error.faults})),
            )
        case UnknownList(contest, list_code):
            return _("%(contest)s har ingen liste «%(list)s».", contest=contest, list=list_code)
        case UnknownPosition(contest, list_code, position):
            return _(
                "Liste %(list)s i %(contest)s har ingen kandidat nummer %(position)s.",
                list=list_code,
                contest=contest,
                position=position,
            )
        case NegativeBallots(contest, list_code, ballots):
            return _(
                "%(contest)s, liste %(list)s: %(ballots)s stemmesedler er færre enn ingen.",
                contest=contest,
                list=list_code,
                ballots=ballots,
            )
        case MoveNotAllowed(from_state, to_state):
            return _(
                "Valget kan ikke gå fra «%(from_state)s» til «%(to_state)s».",
                from_state=election_state_text(from_state),
                to_state=election_state_text(to_state),
            )
        case NotSettled(contest):
            return _("Valgoppgjøret mangler for: %(contests)s.", contests=contest)
        case NoVotes(contest):
            return _(
                "%(contest)s har ingen godkjente stemmesedler for noen liste å fordele plasser etter.", contest=contest
            )
        case LotDoesNotFit(tied, drawn_between, winner):
            return _(
                "Loddet %(lot)s passer ikke: likheten står mellom %(tied)s. Trekk lodd mellom dem.",
                lot=as_argument(Lot(drawn_between, winner)),
                tied=", ".join(tied),
            )
        case LotAmbiguous(contest, other, drawn_between, winner):
            return _(
                "Loddet %(lot)s kan være trukket både for %(contest)s og %(other)s. Skriv bydelens kode foran, slik: «--lot %(contest)s:%(lot)s».",
                lot=as_argument(Lot(drawn_between, winner)),
                contest=contest,
                other=other,
            )
        case LotNotNeeded(drawn_between, winner):
            return _(
                "Loddet %(lot)s avgjør ingenting: ingen liste står likt. Ta det bort.",
                lot=as_argument(Lot(drawn_between, winner)),
            )
    if text := describe_validity(error):
        return text
    raise TypeError(f"no text for {type(error).__name__}")


def describe_lot(required: LotRequired, *, among_several: bool = False) -> str:
    """Who is tied for what, and how the outcome is given: with the contest's code when several contests need lots."""
    contest = f"{required.contest}:" if among_several else ""
    return _(
        "%(contest)s: plass %(seat)s må avgjøres ved loddtrekning mellom liste %(lists)s, som har lik kvotient og like "
        "mange listestemmer (%(votes)s). Trekk lodd i valgstyret og kjør på nytt med --lot %(example)s hvis %(first)s "
        "vant.",
        contest=required.contest,
        seat=required.seat,
        lists=_(" og ").join(required.lists),
        votes=required.list_votes,
        example=contest + as_argument(Lot(required.lists, required.lists[0])),
        first=required.lists[0],
    )


def as_argument(lot: Lot) -> str:
    """A lot as it is written after ``--lot``: ``A,B=A``."""
    return f"{','.join(lot.lists)}={lot.winner}"
