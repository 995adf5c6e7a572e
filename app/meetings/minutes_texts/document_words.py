"""The headings and labels of the minutes as a document, in the two written forms of Norwegian."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.councils.domain.membership import Role
from app.meetings.domain.taking_part import Capacity
from app.meetings.minutes_texts.words import WrittenForm


@dataclass(frozen=True, slots=True)
class DocumentWords:
    """What stands over and beside the sentences. Names with a field in braces are patterns."""

    minutes: str
    full_face: str
    public_face: str
    extract: str
    draft: str
    approved: str
    number: str
    council: str
    place: str
    day: str
    time: str
    remote: str
    from_to: str
    from_only: str
    leader: str
    secretary: str
    cases: str
    archive: str
    attendance: str
    members_met: str
    absent: str
    deputies_met: str
    others: str
    name: str
    function: str
    party: str
    met_for: str
    remark: str
    covered: str
    nobody: str
    roles: Mapping[Role, str]
    member: str
    capacities: Mapping[Capacity, str]
    opening: str
    recommendation: str
    consideration: str
    proposals: str
    voting: str
    decision: str
    statements: str
    outside: str
    next_meeting: str
    notes: str
    note: str
    signatures: str
    place_and_date: str
    true_copy: str
    page: str
    document: str
    fingerprint: str


BOKMAAL = DocumentWords(
    minutes="Møteprotokoll",
    full_face="Full utgave: har opplysninger som er unntatt offentlighet",
    public_face="Offentlig utgave",
    extract="Særutskrift",
    draft="Utkast, med forbehold om godkjenning.",
    approved="Godkjent {day}.",
    number="Møte nr.",
    council="Utvalg",
    place="Møtested",
    day="Dato",
    time="Tid",
    remote="Fjernmøte",
    from_to="kl. {start} – {end}",
    from_only="kl. {start}",
    leader="Møteleder",
    secretary="Møtesekretær",
    cases="Saker",
    archive="Arkivreferanse",
    attendance="Til stede",
    members_met="Faste medlemmer som møtte",
    absent="Forfall",
    deputies_met="Møtende varamedlemmer",
    others="Andre",
    name="Navn",
    function="Funksjon",
    party="Parti",
    met_for="Møtte for",
    remark="Merknad",
    covered="vara møtte",
    nobody="Ingen.",
    roles={Role.CHAIR: "Leder", Role.DEPUTY_CHAIR: "Nestleder"},
    member="Medlem",
    capacities={
        Capacity.MEMBER: "medlem",
        Capacity.MAYOR: "ordfører",
        Capacity.CHIEF_EXECUTIVE: "kommunedirektøren",
        Capacity.CITY_GOVERNMENT_LEADER: "byrådsleder",
        Capacity.EMPLOYEE_REPRESENTATIVE: "representant for de ansatte",
        Capacity.OTHER: "",
    },
    opening="Åpning av møtet",
    recommendation="Innstilling",
    consideration="Behandling",
    proposals="Forslag",
    voting="Votering",
    decision="Vedtak",
    statements="Protokolltilførsel",
    outside="Utenom sakene",
    next_meeting="Neste møte: {day}.",
    notes="Rettelser og merknader",
    note="{day}: {text}",
    signatures="Underskrifter",
    place_and_date="Sted og dato",
    true_copy="Rett utskrift.",
    page="Side {page} av {pages}",
    document="Dokument",
    fingerprint="Innhold (SHA-256)",
)

NYNORSK = DocumentWords(
    minutes="Møteprotokoll",
    full_face="Full utgåve: har opplysningar som er unnatekne offentlegheit",
    public_face="Offentleg utgåve",
    extract="Særutskrift",
    draft="Utkast, med atterhald om godkjenning.",
    approved="Godkjend {day}.",
    number="Møte nr.",
    council="Utval",
    place="Møtestad",
    day="Dato",
    time="Tid",
    remote="Fjernmøte",
    from_to="kl. {start} – {end}",
    from_only="kl. {start}",
    leader="Møteleiar",
    secretary="Møtesekretær",
    cases="Saker",
    archive="Arkivreferanse",
    attendance="Til stades",
    members_met="Frammøtte medlemmer",
    absent="Forfall",
    deputies_met="Møtande varamedlemmer",
    others="Andre",
    name="Namn",
    function="Funksjon",
    party="Parti",
    met_for="Møtte for",
    remark="Merknad",
    covered="vara møtte",
    nobody="Ingen.",
    roles={Role.CHAIR: "Leiar", Role.DEPUTY_CHAIR: "Nestleiar"},
    member="Medlem",
    capacities={
        Capacity.MEMBER: "medlem",
        Capacity.MAYOR: "ordførar",
        Capacity.CHIEF_EXECUTIVE: "kommunedirektøren",
        Capacity.CITY_GOVERNMENT_LEADER: "byrådsleiar",
        Capacity.EMPLOYEE_REPRESENTATIVE: "representant for dei tilsette",
        Capacity.OTHER: "",
    },
    opening="Opning av møtet",
    recommendation="Tilråding",
    consideration="Handsaming",
    proposals="Framlegg",
    voting="Røysting",
    decision="Vedtak",
    statements="Protokolltilførsel",
    outside="Utanom sakene",
    next_meeting="Neste møte: {day}.",
    notes="Rettingar og merknader",
    note="{day}: {text}",
    signatures="Underskrifter",
    place_and_date="Stad og dato",
    true_copy="Rett utskrift.",
    page="Side {page} av {pages}",
    document="Dokument",
    fingerprint="Innhald (SHA-256)",
)

DOCUMENT_WORDS: Mapping[WrittenForm, DocumentWords] = {WrittenForm.BOKMAAL: BOKMAAL, WrittenForm.NYNORSK: NYNORSK}
