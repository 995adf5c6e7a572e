"""The registered parties' names, as a list proposal must write them: bokmål and nynorsk forms, and Sámi names.

Names are those of the register of political parties for the parties that have stood in Norwegian local elections; a
municipality's own register of 2 January decides, so checks take the parties as a value.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RegisteredParty:
    """A party: its registered names, and the Sámi names that may be added to them."""

    names: tuple[str, ...]
    sami: tuple[str, ...] = ()


REGISTERED_PARTIES = (
    RegisteredParty(("Arbeiderpartiet", "Arbeidarpartiet"), ("Bargiidbellodat",)),
    RegisteredParty(("Høyre", "Høgre"), ("Olgešbellodat",)),
    RegisteredParty(("Fremskrittspartiet", "Framstegspartiet"), ("Ovddádusbellodat",)),
    RegisteredParty(("SV - Sosialistisk Venstreparti",), ("Sosialisttalaš Gurutbellodat",)),
    RegisteredParty(("Senterpartiet",), ("Guovddášbellodat",)),
    RegisteredParty(("Venstre",), ("Gurutbellodat",)),
    RegisteredParty(("Kristelig Folkeparti", "Kristeleg Folkeparti"), ("Risttalaš Álbmotbellodat",)),
    RegisteredParty(("Miljøpartiet De Grønne", "Miljøpartiet Dei Grøne"), ("Birasbellodat Ruonát",)),
    RegisteredParty(("Rødt", "Raudt"), ("Ruoksat",)),
    RegisteredParty(("Industri- og Næringspartiet",)),
    RegisteredParty(("Pensjonistpartiet",)),
    RegisteredParty(("Konservativt",)),
    RegisteredParty(("Folkets Parti",)),
    RegisteredParty(("Norgesdemokratene",)),
    RegisteredParty(("Partiet Sentrum",)),
    RegisteredParty(("Liberalistene",)),
    RegisteredParty(("Kystpartiet",)),
    RegisteredParty(("Norges Kommunistiske Parti",)),
)
