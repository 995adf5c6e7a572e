"""Which colour a list is drawn in: registered parties in their own, other lists in the general palette.

The colours stand in static/css/charts.css under these class names. Names are those of the party register, in both
written languages; a joint list is not a party and gets a colour of its own.
"""

from collections.abc import Sequence

PALETTE = 16

_PARTIES = {
    "party-ap": ("Arbeiderpartiet", "Arbeidarpartiet"),
    "party-h": ("Høyre", "Høgre"),
    "party-frp": ("Fremskrittspartiet", "Framstegspartiet"),
    "party-sv": ("SV - Sosialistisk Venstreparti",),
    "party-sp": ("Senterpartiet",),
    "party-v": ("Venstre",),
    "party-krf": ("Kristelig Folkeparti", "Kristeleg Folkeparti"),
    "party-mdg": ("Miljøpartiet De Grønne", "Miljøpartiet Dei Grøne"),
    "party-r": ("Rødt", "Raudt"),
    "party-inp": ("Industri- og Næringspartiet",),
    "party-pp": ("Pensjonistpartiet",),
    "party-kons": ("Konservativt",),
    "party-fnb": ("Folkeaksjonen Nei til mer bompenger", "Folkets parti FNB", "Folkets Parti"),
    "party-dem": ("Demokratene", "Norgesdemokratene"),
    "party-pdk": ("Partiet De Kristne",),
    "party-sentrum": ("Partiet Sentrum",),
    "party-lib": ("Liberalistene",),
    "party-kyst": ("Kystpartiet",),
    "party-nkp": ("Norges Kommunistiske Parti",),
}

_CLASS_OF = {name.casefold(): colour for colour, names in _PARTIES.items() for name in names}


def colour_classes(names: Sequence[str]) -> tuple[str, ...]:
    """A class for each list of a contest, in the same order; lists that are no known party take the palette in turn."""
    classes: list[str] = []
    others = 0
    for name in names:
        known = _CLASS_OF.get(name.strip().casefold())
        classes.append(known or f"series-{others % PALETTE + 1}")
        others += known is None
    return tuple(classes)
