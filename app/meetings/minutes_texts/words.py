"""The words of the minutes in the two written forms of Norwegian.

Minutes are written in the form the council uses, whatever language the reader has chosen for the pages; so these words
stand here and not in the catalogues.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.core.clock import OSLO
from app.meetings.domain.meeting_elections import Office
from app.meetings.domain.proposals import ProposalKind


class WrittenForm(StrEnum):
    """The form the council writes its minutes in."""

    BOKMAAL = "nb"
    NYNORSK = "nn"


@dataclass(frozen=True, slots=True)
class Noun:
    """What is voted on: its name at the head of a sentence, and the participle that agrees with it ("vedteken")."""

    name: str
    adopted: str


@dataclass(frozen=True, slots=True)
class Words:
    """Every word and turn that the sentences are built of. Names with a field in braces are patterns."""

    and_: str
    vote: str
    votes: str
    against: str
    was: str
    fell: str
    unanimous: str
    blank_cast: str
    independent: str
    secretly: str
    casting: str
    pitted: str
    split: str
    for_side: str
    for_proposal: str
    trial: str
    no_majority: str
    see: str
    nouns: Mapping[ProposalKind, Noun]
    numbered: str
    joint: str
    moved_by: str
    recommended_by: str
    withdrawn: str
    disqualified: str
    not_disqualified: str
    excused: str
    not_excused: str
    excuse_request: str
    closed: str
    closing_proposal: str
    all_decided: str
    adopted_plainly: str
    nobody_objected: str
    objections: str
    leader_objected: str
    postponed: str
    item_withdrawn: str
    item_withdrawn_since: str
    statement: str
    question: str
    answer: str
    spoke: str
    withheld: str
    at_roll: str
    arrived: str
    left: str
    stepped_down: str
    left_seat: str
    took_seat: str
    met_in_one: str
    met_in_many: str
    met_for: str
    elected: str
    second_round: str
    elected_to: str
    seat: str
    seats: str
    by_lot: str
    offices: Mapping[Office, str]
    took_over: str
    adjourned: str
    resumed: str
    recording: str
    meeting_set: str
    meeting_closed: str
    led: str
    laws: Mapping[str, str]


BOKMAAL = Words(
    and_="og",
    vote="stemme",
    votes="stemmer",
    against="mot",
    was="ble",
    fell="falt",
    unanimous="enstemmig",
    blank_cast="{number} stemte blankt.",
    independent="uavhengig",
    secretly=" ved skriftlig avstemning",
    casting=", med møtelederens avgjørende stemme ({name})",
    pitted="{first} ble satt opp mot {second}.",
    split="Fra {party} stemte {names} {side}.",
    for_side="for",
    for_proposal="for {proposal}",
    trial="Prøvevotering: {first} for og {second} mot.",
    no_majority="{subject} falt: {first} for, {second} mot og {blank} blanke, der {needed} måtte til.",
    see="jf.",
    nouns={
        ProposalKind.RECOMMENDATION: Noun("Innstillingen", "vedtatt"),
        ProposalKind.ALTERNATIVE: Noun("Forslag", "vedtatt"),
        ProposalKind.AMENDING: Noun("Endringsforslag", "vedtatt"),
        ProposalKind.ADDITIONAL: Noun("Tilleggsforslag", "vedtatt"),
        ProposalKind.POSTPONEMENT: Noun("Utsettelsesforslag", "vedtatt"),
        ProposalKind.PASSED_ON: Noun("Oversendelsesforslag", "vedtatt"),
        ProposalKind.PROCEDURE: Noun("Forslag til dagsorden", "vedtatt"),
    },
    numbered="{noun} {number}",
    joint="fellesforslag",
    moved_by="{proposal} fra {movers}",
    recommended_by="Innstilling fra {whom}",
    withdrawn="Forslaget ble trukket.",
    disqualified="erklært inhabil",
    not_disqualified="erklært habil",
    excused="fritatt fra å delta i behandlingen av saken",
    not_excused="avslått",
    excuse_request="Ønsket fra {name} om fritak",
    closed="vedtatt å lukke dørene under behandlingen av saken",
    closing_proposal="Forslaget om å lukke dørene",
    all_decided="Alle som var til stede, avgjorde spørsmålet, siden {number} ellers ville vært for få.",
    adopted_plainly="vedtatt",
    nobody_objected="Ingen hadde innvendinger mot at saken ble avgjort.",
    objections="{number} av {present} til stede hadde innvendinger mot at saken ble avgjort; {needed} kan stanse den.",
    leader_objected="Møtelederen hadde innvendinger mot at saken ble avgjort.",
    postponed="Saken ble utsatt.",
    item_withdrawn="Saken ble trukket.",
    item_withdrawn_since="Saken ble trukket: {reason}.",
    statement="Protokolltilførsel fra {name}: {text}",
    question="Spørsmål fra {name}: {text}",
    answer="Svar fra {name}: {text}",
    spoke="{name} hadde ordet.",
    withheld="Unntatt offentlighet, jf. {basis}.",
    at_roll="{present} av {of} medlemmer var til stede ved opprop.",
    arrived="kom kl. {time}",
    left="gikk kl. {time}",
    stepped_down="fratrådte i sak {item}",
    left_seat="{name} fratrådte under behandlingen av saken.",
    took_seat="{deputy} møtte for {name} i saken.",
    met_in_one="møtte i sak {item}",
    met_in_many="møtte i sakene {items}",
    met_for="møtte for {name}",
    elected="{name} ble valgt til {office} med {votes} av {cast} stemmer",
    second_round="etter ny avstemning",
    elected_to="Forholdsvalg til {body}:",
    seat="plass",
    seats="plasser",
    by_lot="ved loddtrekning",
    offices={
        Office.CHAIR: "leder",
        Office.DEPUTY_CHAIR: "nestleder",
        Office.MEETING_LEADER: "møteleder",
        Office.OTHER: "vervet",
    },
    took_over="{name} overtok som møteleder kl. {time}.",
    adjourned="Møtet tok pause kl. {time}",
    resumed="Møtet ble satt igjen kl. {time}.",
    recording="Møtelederen tillot opptak: {name}.",
    meeting_set="Møtet ble satt kl. {time}.",
    meeting_closed="Møtet ble hevet kl. {time}.",
    led="Møteleder: {name}.",
    laws={"kommuneloven": "kommuneloven", "forvaltningsloven": "forvaltningsloven", "offentleglova": "offentleglova"},
)

NYNORSK = Words(
    and_="og",
    vote="røyst",
    votes="røyster",
    against="mot",
    was="vart",
    fell="fall",
    unanimous="samrøystes",
    blank_cast="{number} røysta blankt.",
    independent="uavhengig",
    secretly=" ved skriftleg røysting",
    casting=", med avgjerande røyst frå møteleiaren ({name})",
    pitted="{first} vart sett opp mot {second}.",
    split="Frå {party} røysta {names} {side}.",
    for_side="for",
    for_proposal="for {proposal}",
    trial="Prøverøysting: {first} for og {second} mot.",
    no_majority="{subject} fall: {first} for, {second} mot og {blank} blanke, der {needed} måtte til.",
    see="jf.",
    nouns={
        ProposalKind.RECOMMENDATION: Noun("Tilrådinga", "vedteken"),
        ProposalKind.ALTERNATIVE: Noun("Framlegg", "vedteke"),
        ProposalKind.AMENDING: Noun("Endringsframlegg", "vedteke"),
        ProposalKind.ADDITIONAL: Noun("Tilleggsframlegg", "vedteke"),
        ProposalKind.POSTPONEMENT: Noun("Utsetjingsframlegg", "vedteke"),
        ProposalKind.PASSED_ON: Noun("Oversendingsframlegg", "vedteke"),
        ProposalKind.PROCEDURE: Noun("Framlegg til dagsorden", "vedteke"),
    },
    numbered="{noun} {number}",
    joint="fellesframlegg",
    moved_by="{proposal} frå {movers}",
    recommended_by="Tilråding frå {whom}",
    withdrawn="Framlegget vart trekt.",
    disqualified="erklært inhabil",
    not_disqualified="erklært habil",
    excused="friteken frå å ta del i handsaminga av saka",
    not_excused="avslege",
    excuse_request="Ønsket frå {name} om fritak",
    closed="vedteke å lukke dørene under handsaminga av saka",
    closing_proposal="Framlegget om å lukke dørene",
    all_decided="Alle som var til stades, avgjorde spørsmålet, sidan {number} elles ville ha vore for få.",
    adopted_plainly="vedteke",
    nobody_objected="Ingen hadde innvendingar mot at saka vart avgjord.",
    objections="{number} av {present} til stades hadde innvendingar mot at saka vart avgjord; {needed} kan stanse ho.",
    leader_objected="Møteleiaren hadde innvendingar mot at saka vart avgjord.",
    postponed="Saka vart utsett.",
    item_withdrawn="Saka vart trekt.",
    item_withdrawn_since="Saka vart trekt: {reason}.",
    statement="Protokolltilførsel frå {name}: {text}",
    question="Spørsmål frå {name}: {text}",
    answer="Svar frå {name}: {text}",
    spoke="{name} hadde ordet.",
    withheld="Unnateke offentlegheit, jf. {basis}.",
    at_roll="{present} av {of} medlemmer var til stades ved opprop.",
    arrived="kom kl. {time}",
    left="gjekk kl. {time}",
    stepped_down="gjekk frå i sak {item}",
    left_seat="{name} gjekk frå under handsaminga av saka.",
    took_seat="{deputy} møtte for {name} i saka.",
    met_in_one="møtte i sak {item}",
    met_in_many="møtte i sakene {items}",
    met_for="møtte for {name}",
    elected="{name} vart vald til {office} med {votes} av {cast} røyster",
    second_round="etter ny røysting",
    elected_to="Høvetalsval til {body}:",
    seat="plass",
    seats="plassar",
    by_lot="ved loddtrekking",
    offices={
        Office.CHAIR: "leiar",
        Office.DEPUTY_CHAIR: "nestleiar",
        Office.MEETING_LEADER: "møteleiar",
        Office.OTHER: "vervet",
    },
    took_over="{name} tok over som møteleiar kl. {time}.",
    adjourned="Møtet tok pause kl. {time}",
    resumed="Møtet vart sett igjen kl. {time}.",
    recording="Møteleiaren tillét opptak: {name}.",
    meeting_set="Møtet vart sett kl. {time}.",
    meeting_closed="Møtet vart heva kl. {time}.",
    led="Møteleiar: {name}.",
    laws={"kommuneloven": "kommunelova", "forvaltningsloven": "forvaltningslova", "offentleglova": "offentleglova"},
)

WORDS: Mapping[WrittenForm, Words] = {WrittenForm.BOKMAAL: BOKMAAL, WrittenForm.NYNORSK: NYNORSK}


def listed(names: Iterable[str], words: Words) -> str:
    """``25, 33 og 35``."""
    *first, last = names
    return f"{', '.join(first)} {words.and_} {last}" if first else last


def clock_time(at: datetime) -> str:
    """``17.50``, by the clock on the wall."""
    return at.astimezone(OSLO).strftime("%H.%M")


def paragraph(legal_basis: str, words: Words) -> str:
    """``kommuneloven (2018) § 11-5`` as minutes write it: in the written form, and without the act's year."""
    for source, written in words.laws.items():
        legal_basis = legal_basis.replace(source, written)
    for year in (" (2018)", " (1967)", " (2006)", " (2025)"):
        legal_basis = legal_basis.replace(year, "")
    return legal_basis
