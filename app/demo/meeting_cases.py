"""Invented cases for the demo's meetings: what district councils talk about, nobody's real affairs."""

from dataclasses import dataclass

from app.meetings.domain.agenda import ItemKind
from app.meetings.domain.exemption import SECRECY_BASIS


@dataclass(frozen=True, slots=True)
class DemoCase:
    """A case: its title, what is proposed, and its text as HTML, of which a part may be exempt.

    ``{district}`` in the texts is the district's name.
    """

    title: str
    recommendation: str = ""
    background: str = ""
    assessment: str = ""
    kind: ItemKind = ItemKind.DECISION
    public_title: str = ""
    exempt_text: str = ""

    @property
    def exempt_under(self) -> str:
        """The paragraph that keeps its title from the public; empty for an open case."""
        return SECRECY_BASIS if self.public_title else ""


DECISIONS = (
    DemoCase(
        "Trygg skolevei i {district}",
        "Utvalget ber byrådet om nedsatt fart og to opphøyde gangfelt på skoleveien i {district}.",
        "<p>Foreldreutvalget har registrert <strong>42 nestenulykker</strong> på ett år.</p>"
        "<table><tbody><tr><th>Sted</th><th>Hendelser</th></tr><tr><td>Ved skolen</td><td>27</td></tr>"
        "<tr><td>Ved butikken</td><td>15</td></tr></tbody></table>",
        "<p>To opphøyde gangfelt er det tiltaket som gir mest for pengene. De kan bygges samme år.</p>",
    ),
    DemoCase(
        "Åpent lokale for ungdom i {district}",
        "Utvalget tilrår at lokalet holdes åpent tre kvelder i uken, også i skolens ferier.",
        "<p>Ungdomsrådet har bedt om et sted å være om kvelden. I dag er det åpent én kveld.</p>",
        "<p>Driften kan deles med frivillige lag:</p><ul><li>nabolagsforeningen</li><li>idrettslaget</li></ul>",
    ),
    DemoCase(
        "Reguleringsplan for torget i {district}, høring",
        "Utvalget ber om at torget får flere benker, trær og et offentlig toalett.",
        "<p>Planforslaget er lagt ut til høring. Fristen for å uttale seg er seks uker.</p>",
        "<p>Planen gir plass til torghandel, men lite skygge og få sitteplasser.</p>",
    ),
    DemoCase(
        "Tilskudd til lag og foreninger i {district}",
        "Utvalget fordeler midlene slik det går fram av saksframlegget.",
        "<p>Det er kommet inn elleve søknader. Det kan fordeles 180 000 kroner.</p>",
        "<p>Tiltak for barn og eldre går foran.</p>",
        exempt_text="<p>To av søkerne har opplyst om enkeltmedlemmers økonomi.</p>",
    ),
    DemoCase(
        "Badeplassen i {district}",
        "Utvalget ber om at badeplassen får universell atkomst før neste sommer.",
        "<p>Rampen er stengt etter vinterstormene.</p>",
        "<p>En ny rampe koster om lag 600 000 kroner.</p>",
    ),
    DemoCase(
        "Budsjettinnspill fra {district}",
        "Utvalget oversender innspillene til bystyrets behandling av budsjettet.",
        "<p>Innspillene er samlet inn på to åpne møter.</p>",
        "<p>Innspillene er satt opp etter hvor mange som har støttet dem.</p>",
    ),
)

INFORMATION = (
    DemoCase("Orientering fra nærpolitiet", kind=ItemKind.INFORMATION),
    DemoCase("Orientering om skolebruksplanen", kind=ItemKind.INFORMATION),
    DemoCase("Orientering fra frivilligsentralen", kind=ItemKind.INFORMATION),
)

REFERRAL = DemoCase("Brev og meldinger siden forrige møte", kind=ItemKind.REFERRAL)

EXEMPT = DemoCase(
    "Klage fra en beboer om et omsorgstilbud",
    "Utvalget gir en uttalelse slik den står i saksframlegget.",
    "<p>Beboeren klager over at tilbudet er flyttet.</p>",
    public_title="Klagesak",
)

ADDITIONAL = DemoCase(
    "Stengt bro i {district}",
    "Utvalget ber om en midlertidig gangbro så snart som mulig.",
    "<p>Broen ble stengt etter en kontroll denne uken.</p>",
    "<p>Omveien er 1,8 kilometer.</p>",
)
