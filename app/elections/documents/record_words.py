"""What the codes of counts, ballots and settlements are called in a record, in the language of the moment."""

from collections.abc import Iterable
from fractions import Fraction

from flask_babel import gettext as _

from app.core.formatting import decimal
from app.councils.domain.seats import DecidedBy
from app.elections.documents.record_content import CountGroup, ListCandidates
from app.elections.domain.ballots import Disregarded
from app.elections.domain.candidates import CandidateResult, Outcome

NOTHING = "–"
NO_BREAK = "\u00a0"


def category_name(category: str) -> str:
    """A category of the counts, in full."""
    return {
        "FO": _("Forhåndsstemmer, ordinære"),
        "FS": _("Forhåndsstemmer, sent innkomne eller lagt til side"),
        "BF": _("Stemmer mottatt fra andre bydeler"),
        "VO": _("Valgtingsstemmer i urne"),
        "VS": _("Valgtingsstemmer i særskilt omslag"),
        "VB": _("Valgtingsstemmer i beredskapskonvolutt"),
        "VF": _("Valgtingsstemmer fra velgere i andre stemmekretser"),
    }[category]


def category_title(category: str) -> str:
    """A category of the counts, short enough to stand over a column."""
    return {
        "FO": _("Ordinære"),
        "FS": _("Sent innkomne"),
        "BF": _("Fra andre bydeler"),
        "VO": _("I urne").replace(" ", NO_BREAK),
        "VS": _("Særskilt omslag"),
        "VB": _("Beredskap"),
        "VF": _("Fra andre kretser"),
    }[category]


def group_name(group: CountGroup) -> str:
    """Ballots that are counted apart."""
    return {
        CountGroup.ADVANCE: _("Forhåndsstemmer"),
        CountGroup.ELECTION_DAY: _("Valgtingsstemmer"),
        CountGroup.OTHER_DISTRICTS: _("Stemmer mottatt fra andre bydeler"),
    }[group]


def group_title(group: CountGroup) -> str:
    """Ballots that are counted apart, short enough to stand over a column."""
    return {
        CountGroup.ADVANCE: _("Forhånd"),
        CountGroup.ELECTION_DAY: _("Valgting"),
        CountGroup.OTHER_DISTRICTS: _("Fra andre bydeler"),
    }[group]


def place_name(place: str) -> str:
    """A polling district or another place; what was counted centrally says so."""
    return place or _("Talt samlet")


def rejection_grounds() -> tuple[tuple[str, str], ...]:
    """The letter and the wording of each ground for rejecting a ballot (R-101)."""
    return (
        ("a", _("mangler offentlig stempel")),
        ("b", _("fremgår ikke hvilket valg den gjelder")),
        ("c", _("fremgår ikke hvilket parti eller hvilken gruppe den gjelder")),
        ("d", _("partiet eller gruppen stiller ikke liste")),
    )


def reason_disregarded(reason: Disregarded) -> str:
    """Why a mark or a write-in was not counted."""
    return {
        Disregarded.MARK_REPEATED: _("Personstemme gitt mer enn én gang til samme kandidat"),
        Disregarded.WRITE_IN_UNREADABLE: _("Slenger som ikke kan leses eller ikke navngir noen kandidat"),
        Disregarded.WRITE_IN_UNKNOWN_CANDIDATE: _("Slenger til et kandidatnummer som ikke finnes på listen"),
        Disregarded.WRITE_IN_INELIGIBLE: _("Slenger til en kandidat som ikke er valgbar"),
        Disregarded.WRITE_IN_REPEATED: _("Slenger gitt mer enn én gang til samme kandidat"),
        Disregarded.WRITE_IN_OWN_LIST: _("Slenger til en kandidat på stemmeseddelens egen liste"),
        Disregarded.WRITE_IN_OVER_QUOTA: _("Slenger utover det høyeste antallet på én stemmeseddel"),
    }[reason]


def decision(decided_by: DecidedBy) -> str:
    """How a seat was decided."""
    return {
        DecidedBy.QUOTIENT: _("Høyeste kvotient"),
        DecidedBy.MORE_VOTES: _("Lik kvotient, størst listestemmetall"),
        DecidedBy.LOT: _("Loddtrekning"),
        DecidedBy.ORDER_ONLY: _("Lik kvotient, plass til alle"),
    }[decided_by]


def outcome_words(result: CandidateResult) -> str:
    """What became of a candidate: «Medlem 1», «Varamedlem 2»."""
    match result.outcome:
        case Outcome.MEMBER:
            return _("Medlem %(number)s", number=result.number)
        case Outcome.DEPUTY:
            return _("Varamedlem %(number)s", number=result.number)
        case Outcome.INELIGIBLE:
            return _("Ikke valgbar")
        case Outcome.NONE:
            return NOTHING


def divisor_words(divisor: Fraction) -> str:
    """A divisor as it is read: «1,4», «3»."""
    return decimal(divisor, 0 if divisor.denominator == 1 else 1)


def quotient_words(quotient: Fraction) -> str:
    """A quotient with six decimals (R-156)."""
    return decimal(quotient, 6)


def list_names(lists: Iterable[ListCandidates]) -> dict[str, str]:
    """The name of each list by its code."""
    return {each.code: each.name for each in lists}
