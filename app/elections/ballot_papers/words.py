"""The words on a ballot paper, in the language of the moment: headings, instructions, and what a listener is told."""

from dataclasses import dataclass
from datetime import date
from typing import assert_never

from flask_babel import gettext as _
from flask_babel import ngettext

from app.core.formatting import long_date
from app.elections.ballot_papers.content import Choice, ChoiceGroup, Choices, Outside, PrintedPaper, WriteInField
from app.elections.ballot_papers.settings import Fold, PaperSettings
from app.elections.domain.ballot_papers import (
    BlankPaper,
    GenericPaper,
    ListPaper,
    MajorityPaper,
    Paper,
    PrintedCandidate,
)


@dataclass(frozen=True, slots=True)
class PaperHead:
    """Which election a paper is for."""

    election: str
    election_day: date
    municipality: str
    district: str


def printed_paper(head: PaperHead, paper: Paper, settings: PaperSettings) -> PrintedPaper:
    """The paper in words.

    Law: valgloven (2002) § 7-2; valgloven (2023) § 6-10.
    Rules: R-68, R-69, R-110, R-111, R-112, R-181.
    """
    heading = _heading(paper)
    title = _(
        "Stemmeseddel: %(heading)s, %(district)s, %(election)s",
        heading=heading,
        district=head.district,
        election=head.election,
    )
    return PrintedPaper(
        title=_("PRØVE: %(title)s", title=title) if settings.sample else title,
        kind=_("Stemmeseddel"),
        election=head.election,
        holder=_holder(head),
        district=_district(head),
        heading=heading,
        statement=_statement(paper),
        choices=_choices(paper),
        write_ins=_write_in_field(paper),
        names=_members(paper),
        guidance_heading=_("Slik stemmer du"),
        guidance=(*_guidance(paper), folding_text(settings.fold)),
        outside=_outside(head, settings),
        sample=_("PRØVE") if settings.sample else "",
        sample_note=_("kan ikke brukes til å stemme med") if settings.sample else "",
        alike=_("Lik på alle stemmesedler av dette slaget"),
    )


def _holder(head: PaperHead) -> str:
    return _(
        "%(municipality)s kommune, valgdag %(day)s", municipality=head.municipality, day=long_date(head.election_day)
    )


def _district(head: PaperHead) -> str:
    return _("Bydel: %(district)s", district=head.district)


def _heading(paper: Paper) -> str:
    match paper:
        case ListPaper():
            return paper.heading
        case BlankPaper():
            return _("Blank stemmeseddel")
        case GenericPaper():
            return _("Stemmeseddel til avkryssing")
        case MajorityPaper():
            return _("Flertallsvalg")
        case _:
            assert_never(paper)


def _statement(paper: Paper) -> str:
    match paper:
        case BlankPaper():
            return _("Denne stemmeseddelen er ikke en stemme til noen liste.")
        case GenericPaper():
            return _("Sett ett kryss, ved listen du vil stemme på.")
        case MajorityPaper():
            return _("Her velges personer, ikke lister. Skriv navnene på dem du vil ha i utvalget.")
        case ListPaper():
            return ""


def _choices(paper: Paper) -> Choices | None:
    match paper:
        case ListPaper():
            return Choices(_("Personstemme"), _("Nr."), _("Kandidat"), _candidate_groups(paper))
        case GenericPaper():
            lists = tuple(Choice("", "", name, _("Rute til kryss for %(name)s", name=name)) for name in paper.lists)
            return Choices(_("Sett kryss"), "", _("Liste"), (ChoiceGroup("", lists),))
        case BlankPaper() | MajorityPaper():
            return None


def _candidate_groups(paper: ListPaper) -> tuple[ChoiceGroup, ...]:
    """Those with the bonus under a heading that says so, since bold letters alone say it to nobody who listens."""
    with_bonus = tuple(_with_bonus(each) for each in paper.candidates if each.bonus)
    others = tuple(_without_bonus(each) for each in paper.candidates if not each.bonus)
    if not with_bonus:
        return (ChoiceGroup("", others),)
    groups = (ChoiceGroup(_("Kandidater med stemmetillegg"), with_bonus), ChoiceGroup(_("Andre kandidater"), others))
    return groups if others else groups[:1]


def _with_bonus(candidate: PrintedCandidate) -> Choice:
    box = _("Rute for personstemme til %(name)s, som har stemmetillegg", name=candidate.name)
    return Choice(f"{candidate.position}.", candidate.name, _facts(candidate), box)


def _without_bonus(candidate: PrintedCandidate) -> Choice:
    box = _("Rute for personstemme til %(name)s", name=candidate.name)
    return Choice(f"{candidate.position}.", "", candidate.name + _facts(candidate), box)


def _facts(candidate: PrintedCandidate) -> str:
    return "".join(f", {fact}" for fact in candidate.facts)


def _write_in_field(paper: Paper) -> WriteInField | None:
    if isinstance(paper, MajorityPaper):
        return _names_field(_("Varamedlemmer"), paper.names)
    if not isinstance(paper, ListPaper):
        return None
    numbers = range(1, paper.write_in_lines + 1)
    return WriteInField(
        _("Kandidater fra andre lister"),
        ngettext(
            "Her kan du skrive ett navn.", "Her kan du skrive inntil %(num)s navn, ett på hver linje.", len(numbers)
        ),
        tuple(_("Linje %(number)s til å skrive et navn på", number=number) for number in numbers),
    )


def _members(paper: Paper) -> WriteInField | None:
    return _names_field(_("Medlemmer"), paper.names) if isinstance(paper, MajorityPaper) else None


def _names_field(heading: str, number: int) -> WriteInField:
    """Lines for as many names as count (R-181)."""
    return WriteInField(
        heading,
        ngettext("Skriv ett navn.", "Skriv inntil %(num)s navn, ett på hver linje.", number),
        tuple(
            _("%(heading)s, linje %(number)s til å skrive et navn på", heading=heading, number=at)
            for at in range(1, number + 1)
        ),
    )


def _guidance(paper: Paper) -> tuple[str, ...]:
    match paper:
        case ListPaper():
            return _list_guidance(paper)
        case BlankPaper():
            return (
                _("Skal du stemme blankt, trenger du ikke skrive noe. Det du skriver på denne seddelen, teller ikke."),
            )
        case GenericPaper():
            return (
                _("Kryss av for én liste. Setter du kryss ved flere, kan stemmeseddelen bli forkastet."),
                _(
                    "Med denne stemmeseddelen kan du ikke gi personstemmer. Vil du det, må du bruke stemmeseddelen til "
                    "listen."
                ),
            )
        case MajorityPaper():
            return _majority_guidance()


def _majority_guidance() -> tuple[str, ...]:
    """Whom one can vote for, and which names count.

    Law: valgloven (2002) § 12-2; valgloven (2023) § 14-2.
    Rules: R-180, R-181, R-185.
    """
    return (
        _("Du kan stemme på alle som kan velges i bydelen. Du trenger ikke bruke alle linjene."),
        _("Skriv fornavn og etternavn tydelig, og yrke eller bosted om flere har samme navn."),
        _("Et navn teller én gang. Skriver du flere navn enn det er linjer, teller ikke de siste."),
    )


def _list_guidance(paper: ListPaper) -> tuple[str, ...]:
    """What a voter may change, and what changes nothing.

    Law: valgloven (2002) §§ 6-2 (3), 7-2; valgloven (2023) §§ 5-3, 6-10.
    Rules: R-56, R-110, R-111, R-112.
    """
    points = [
        _("Du kan bruke stemmeseddelen som den er. Da stemmer du på listen slik den er satt opp."),
        _(
            "Vil du gi en personstemme til kandidater på denne listen, setter du kryss i ruten foran navnet. Du kan "
            "krysse av for så mange du vil."
        ),
        ngettext(
            "Du kan også gi en personstemme til én kandidat fra en annen liste i bydelen. Skriv navnet i feltet for "
            "kandidater fra andre lister. Da går en del av stemmen din over til den listen.",
            "Du kan også gi personstemmer til inntil %(num)s kandidater fra andre lister i bydelen. Skriv navnene i "
            "feltet for kandidater fra andre lister. For hvert navn går en del av stemmen din over til den listen.",
            paper.write_in_lines,
        ),
        _("Å stryke navn, endre rekkefølgen eller skrive noe annet har ingen virkning."),
    ]
    if any(each.bonus for each in paper.candidates):
        points.insert(
            2,
            _("Kandidater med uthevet skrift har fått stemmetillegg av dem som stiller listen."),
        )
    return tuple(points)


def folding_text(fold: Fold) -> str:
    """How the paper is folded, stamped and cast."""
    match fold:
        case Fold.ONCE:
            return _(
                "Brett stemmeseddelen én gang, med navnene inn, så ingen ser hva du stemmer. Få den stemplet på "
                "utsiden før du legger den i urnen."
            )
        case Fold.TWICE:
            return _(
                "Brett stemmeseddelen to ganger, med navnene inn, så ingen ser hva du stemmer. Få den stemplet på "
                "utsiden før du legger den i urnen."
            )
        case _:
            assert_never(fold)


def _outside(head: PaperHead, settings: PaperSettings) -> Outside:
    return Outside(
        paper=_("Stemmeseddel"),
        election=head.election,
        district=_district(head),
        stamp=_("Stempel"),
        stamp_field=_("Felt for stempel"),
        folding=_("Denne siden skal vende ut når stemmeseddelen er brettet."),
    )
