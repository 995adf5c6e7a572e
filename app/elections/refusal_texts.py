"""What to say when something about an election is refused: the rule, the facts, and what to do. One text per type."""

from typing import assert_never

from flask_babel import gettext

from app.core.errors import DomainError
from app.core.formatting import joined, moment
from app.core.input_files.faults import InputFault
from app.councils.domain.lots import Lot, LotDoesNotFit, LotNotNeeded, LotRequired
from app.elections import refusals
from app.elections.audit_sampling.refusal_texts import describe_audit
from app.elections.ballot_papers.refusal_texts import describe_ballot_papers
from app.elections.changed_ballots.refusal_texts import describe_typed
from app.elections.complaints.refusal_texts import describe_complaint
from app.elections.counting.refusal_texts import describe_counting
from app.elections.documents.gathered_record import NotSettled
from app.elections.domain.ballots import UnknownList, UnknownPosition
from app.elections.domain.possible_tally import ImpossibleTally
from app.elections.domain.settlement import LeftOut, NoSettlement, NothingToSettle, NoVotes, TooFewLists
from app.elections.domain.states import ElectionState, MoveNotAllowed
from app.elections.domain.tally import NegativeBallots, TooManyBallotsRead
from app.elections.fault_texts import describe_all
from app.elections.files.settle_files import LotAmbiguous
from app.elections.lists.refusal_texts import describe_list
from app.elections.record.refusal_texts import describe_issuing
from app.elections.set_up_refusal_texts import describe_set_up
from app.elections.settling.refusal_texts import describe_settling
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
                "Valget har ingen bydel med kode «%(code)s». Bydelene er %(codes)s.", code=code, codes=joined(codes)
            )
        case refusals.MunicipalityDiffers(number, name, stored_name):
            return _(
                "Kommune %(number)s heter «%(stored)s» her, men «%(name)s» i filen. Rett navnet eller nummeret i filen.",
                number=number,
                stored=stored_name,
                name=name,
            )
        case refusals.MunicipalityAmbiguous(name, numbers):
            return _(
                "Flere kommuner heter «%(name)s» her (%(numbers)s). Skriv kommunenummeret i filen.",
                name=name,
                numbers=joined(numbers),
            )
        case refusals.CountDiffers():
            return _(
                "Tallet for %(contest)s (telling %(count)s, %(category)s, %(place)s, linje %(line)s) er lagret som "
                "%(stored)s, men er %(number)s i filen. Lagrede tall overskrives ikke av en fil. Ingenting er lagret.",
                contest=error.contest,
                count=error.count,
                category=error.category,
                place=_("sted %(place)s", place=error.place) if error.place else _("uten sted"),
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
        case refusals.NoSecondCount(contests):
            return _(
                "Det er ingen tall fra endelig opptelling (telling 2), som oppgjøret bygger på, for %(contests)s. "
                "Ta inn tallene først.",
                contests=joined(contests),
            )
        case refusals.NoBallotsFile(address):
            return _(
                "Ingen fil med endrede stemmesedler er tatt inn for /valg/%(address)s. Ta den inn først; er ingen seddel endret, ta inn en fil med bare overskriften.",
                address=address,
            )
        case refusals.NotAllSettled(contests):
            return _("Valgoppgjøret mangler for %(contests)s.", contests=joined(contests))
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
                "%(contest)s, liste %(list)s: det er flere endrede stemmesedler (%(ballots)s) enn det er stemmesedler i "
                "alt i den endelige opptellingen (%(counted)s). Rett opptellingen eller filen med stemmesedler.",
                contest=contest,
                ballots=ballots,
                list=list_code,
                counted=counted,
            )
        case TooFewLists(contest):
            return describe_left_out(LeftOut(contest, NoSettlement.MAJORITY_ELECTION))
        case ImpossibleTally():
            return _(
                "Tallene for liste %(lists)s i bydelen «%(contest)s» kan ikke komme fra noen stemmesedler. Kontroller "
                "opptellingen og de endrede stemmesedlene.",
                contest=error.contest,
                lists=joined(sorted({code for code, _fault in error.faults})),
            )
        case UnknownList(contest, list_code):
            return _("Bydelen «%(contest)s» har ingen liste «%(list)s».", contest=contest, list=list_code)
        case UnknownPosition(contest, list_code, position):
            return _(
                "Liste %(list)s i bydelen «%(contest)s» har ingen kandidat nummer %(position)s.",
                list=list_code,
                contest=contest,
                position=position,
            )
        case NegativeBallots(contest, list_code, ballots):
            return _(
                "%(contest)s, liste %(list)s: antallet stemmesedler er %(ballots)s, men kan ikke være under 0.",
                contest=contest,
                list=list_code,
                ballots=ballots,
            )
        case MoveNotAllowed(ElectionState() as from_state, ElectionState() as to_state):
            return _(
                "Valget kan ikke gå fra «%(from_state)s» til «%(to_state)s».",
                from_state=election_state_text(from_state),
                to_state=election_state_text(to_state),
            )
        case NotSettled(contest):
            return _("Valgoppgjøret mangler for %(contests)s.", contests=contest)
        case NoVotes(contest):
            return describe_left_out(LeftOut(contest, NoSettlement.NO_VOTES))
        case NothingToSettle(majority_elections, without_votes):
            apart = [LeftOut(code, NoSettlement.MAJORITY_ELECTION) for code in majority_elections]
            apart += [LeftOut(code, NoSettlement.NO_VOTES) for code in without_votes]
            return "\n".join([*map(describe_left_out, apart), _("Det er ingenting å gjøre opp.")])
        case LotDoesNotFit(tied, drawn_between, winner):
            return _(
                "Loddet %(lot)s passer ikke: det er liste %(tied)s som står likt. Trekk lodd mellom dem.",
                lot=as_argument(Lot(drawn_between, winner)),
                tied=joined(tied),
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
                "Loddet %(lot)s avgjør ingenting: ingen lister står likt. Ta det bort.",
                lot=as_argument(Lot(drawn_between, winner)),
            )
    for describe_part in (
        describe_counting,
        describe_validity,
        describe_set_up,
        describe_ballot_papers,
        describe_list,
        describe_typed,
        describe_settling,
        describe_complaint,
        describe_audit,
        describe_issuing,
    ):
        if text := describe_part(error):
            return text
    raise TypeError(f"no text for {type(error).__name__}")


def describe_left_out(apart: LeftOut) -> str:
    """Why a contest has no settlement between lists."""
    match apart.reason:
        case NoSettlement.MAJORITY_ELECTION:
            return _(
                "Bydelen «%(contest)s» har færre enn to godkjente lister. Da holdes flertallsvalg, og det finnes ikke noe oppgjør "
                "mellom lister.",
                contest=apart.contest,
            )
        case NoSettlement.NO_VOTES:
            return _(
                "Ingen liste i bydelen «%(contest)s» har godkjente stemmesedler, så det er ingenting å fordele plassene "
                "etter. Kontroller opptellingen.",
                contest=apart.contest,
            )
        case _other:
            assert_never(_other)


def describe_lot(required: LotRequired, *, among_several: bool = False) -> str:
    """Who is tied for what, and how the outcome is given: with the contest's code when several contests need lots."""
    contest = f"{required.contest}:" if among_several else ""
    return _(
        "%(contest)s: plass %(seat)s må avgjøres ved loddtrekning mellom liste %(lists)s, som har lik kvotient og like "
        "mange listestemmer (%(votes)s). Trekk lodd i valgstyret og kjør på nytt med --lot %(example)s hvis %(first)s "
        "vant.",
        contest=required.contest,
        seat=required.seat,
        lists=joined(required.lists),
        votes=required.list_votes,
        example=contest + as_argument(Lot(required.lists, required.lists[0])),
        first=required.lists[0],
    )


def as_argument(lot: Lot) -> str:
    """A lot as it is written after ``--lot``: ``A,B=A``."""
    return f"{','.join(lot.lists)}={lot.winner}"
