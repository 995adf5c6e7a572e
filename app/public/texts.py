"""What the public pages say in words: states, outcomes, reasons, and the headline of a result."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from flask_babel import gettext as _
from flask_babel import lazy_gettext, ngettext

from app.core.charts import Item
from app.core.formatting import decimal, joined, moment, number
from app.councils.domain.seats import DecidedBy
from app.elections.documents.record_content import CountGroup
from app.elections.domain.ballots import Disregarded
from app.elections.domain.candidates import CandidateResult, Outcome
from app.elections.domain.election import Candidate, RuleSetName
from app.elections.domain.settlement import NoSettlement
from app.elections.domain.states import ElectionState
from app.public.contest_result import ContestResult, ListOutcome, ShownCandidate
from app.public.headings import PublishedElection

STATES = {
    ElectionState.OPEN_FOR_LISTS: lazy_gettext("Listeforslag kan leveres"),
    ElectionState.LISTS_DECIDED: lazy_gettext("Listene er godkjent"),
    ElectionState.VOTING: lazy_gettext("Stemmegivningen er i gang"),
    ElectionState.COUNTING: lazy_gettext("Stemmene telles"),
    ElectionState.SETTLED: lazy_gettext("Oppgjort"),
    ElectionState.VALID: lazy_gettext("Godkjent"),
    ElectionState.INVALID: lazy_gettext("Kjent ugyldig"),
    ElectionState.ARCHIVED: lazy_gettext("Avsluttet"),
}

OUTCOMES = {
    Outcome.MEMBER: lazy_gettext("Medlem"),
    Outcome.DEPUTY: lazy_gettext("Vara"),
    Outcome.NONE: lazy_gettext("Ikke valgt"),
    Outcome.INELIGIBLE: lazy_gettext("Ikke valgbar"),
}

DECISIONS = {
    DecidedBy.QUOTIENT: "",
    DecidedBy.MORE_VOTES: lazy_gettext("Lik kvotient: flest listestemmer gikk foran"),
    DecidedBy.LOT: lazy_gettext("Lik kvotient og like mange listestemmer: loddtrekning"),
    DecidedBy.ORDER_ONLY: lazy_gettext("Lik kvotient og like mange listestemmer, men plass til alle"),
}

GROUPS = {
    CountGroup.ADVANCE: lazy_gettext("Forhåndsstemmer"),
    CountGroup.ELECTION_DAY: lazy_gettext("Valgtingsstemmer"),
    CountGroup.OTHER_DISTRICTS: lazy_gettext("Mottatt fra andre bydeler"),
}

REJECTIONS = {
    "a": lazy_gettext("Mangler offentlig stempel"),
    "b": lazy_gettext("Det går ikke fram hvilket valg seddelen gjelder"),
    "c": lazy_gettext("Det går ikke fram hvilket parti eller hvilken gruppe seddelen gjelder"),
    "d": lazy_gettext("Partiet eller gruppen stiller ikke liste i bydelen"),
}

DISREGARDED = {
    Disregarded.MARK_REPEATED: lazy_gettext("Samme kandidat merket flere ganger; det teller som én gang"),
    Disregarded.WRITE_IN_UNREADABLE: lazy_gettext("Navn som ikke kunne leses, eller som ingen kandidat har"),
    Disregarded.WRITE_IN_UNKNOWN_CANDIDATE: lazy_gettext("Kandidatnummer som ikke finnes på listen"),
    Disregarded.WRITE_IN_INELIGIBLE: lazy_gettext("Navn på kandidater som ikke er valgbare"),
    Disregarded.WRITE_IN_REPEATED: lazy_gettext("Samme navn skrevet flere ganger; det teller som én gang"),
    Disregarded.WRITE_IN_OWN_LIST: lazy_gettext("Navn fra seddelens egen liste, skrevet i feltet for andre lister"),
    Disregarded.WRITE_IN_OVER_QUOTA: lazy_gettext("Flere navn enn det er lov til på én seddel; de siste faller bort"),
}


ACTS = {
    RuleSetName.VALGLOVEN_2002: lazy_gettext("valgloven av 2002"),
    RuleSetName.VALGLOVEN_2023: lazy_gettext("valgloven av 2023"),
}


NO_SETTLEMENT = {
    NoSettlement.MAJORITY_ELECTION: lazy_gettext(
        "Flertallsvalg: færre enn to lister er godkjent i bydelen. Da velges personer, og plassene fordeles ikke "
        "mellom lister."
    ),
    NoSettlement.NO_VOTES: lazy_gettext(
        "Ingen godkjente stemmesedler for noen liste i bydelen. Det er ingenting å fordele plassene etter."
    ),
}


def headline(result: ContestResult) -> str:
    """Who came out with most seats, in one sentence."""
    seats = result.largest[0].figures.seats
    if not seats:
        return _("Ingen plasser kunne fylles.")
    names = joined(outcome.shown.name for outcome in result.largest)
    facts = {"list": names, "seats": seats, "total": result.seats}
    if len(result.largest) > 1:
        return _("%(list)s fikk like mange plasser: %(seats)s av %(total)s hver.", **facts)
    if 2 * seats > result.seats:
        return _("%(list)s fikk flertall: %(seats)s av %(total)s plasser.", **facts)
    return _("%(list)s fikk flest plasser: %(seats)s av %(total)s.", **facts)


def standing(state: ElectionState, invalid_in: Sequence[str] = ()) -> str:
    """Whether the result is final. ``invalid_in`` are the districts where a valid election is not."""
    match state:
        case ElectionState.VALID | ElectionState.ARCHIVED if invalid_in:
            return _(
                "Kommunestyret har godkjent valget, men kjent det ugyldig i %(districts)s.",
                districts=joined(invalid_in),
            )
        case ElectionState.VALID | ElectionState.ARCHIVED:
            return _("Kommunestyret har godkjent valget.")
        case ElectionState.INVALID:
            return _("Kommunestyret har kjent valget ugyldig.")
        case _other:
            return _("Kommunestyret har ennå ikke tatt stilling til om valget er gyldig.")


def no_result_yet(election: PublishedElection) -> str:
    """Why there is no result on the page, and when there will be one."""
    if election.released:
        return _("Stemmene telles. Resultatet kommer her når valgoppgjøret er gjort.")
    return _(
        "Resultatet kommer her etter %(moment)s. Før det kan ingen offentliggjøre noe om hvordan det gikk.",
        moment=moment(election.release_time),
    )


def tie_note(shown: ShownCandidate) -> str:
    """Why one of several with the same number of personal votes stands before the others."""
    if not shown.tied_with:
        return ""
    if len(shown.tied_with) > 2:
        return _("Likt med %(number)s andre: listens rekkefølge avgjorde", number=number(len(shown.tied_with)))
    return _("Likt med %(names)s: listens rekkefølge avgjorde", names=joined(each.name for each in shown.tied_with))


def outcome(result: CandidateResult) -> str:
    """«Medlem 2», «Vara 1», «Ikke valgt»."""
    word = str(OUTCOMES[result.outcome])
    return word if result.number is None else f"{word} {result.number}"


def candidates_of(of: ListOutcome) -> str:
    """What is folded away under a list's name among the candidates."""
    seats = ngettext("%(num)s plass", "%(num)s plasser", of.figures.seats) if of.figures.seats else _("ingen plass")
    candidates = ngettext("%(num)s kandidat", "%(num)s kandidater", len(of.candidates))
    return f"{of.shown.name}: {candidates}, {seats}"


def seats_in_words(items: Iterable[Item]) -> str:
    """«Rødt 1, Arbeiderpartiet 5 og Høyre 6»."""
    return joined(f"{item.name} {item.text}" for item in items)


def groups(together: Iterable[CountGroup]) -> str:
    """The names of groups of ballots that are shown as one."""
    return ", ".join(str(GROUPS[group]) for group in together)


def about(candidate: Candidate) -> str:
    """«født 1980, lærer, Nesttun»: what is known of a candidate; on a joint list the group comes last."""
    born = _("født %(year)s", year=candidate.birth_year) if candidate.birth_year else None
    return ", ".join(each for each in (born, candidate.profession, candidate.residence, candidate.group) if each)


def divisor(value: Fraction) -> str:
    """7/5 → «1,4», 3 → «3»."""
    return decimal(value, 0 if value.denominator == 1 else 1)
