"""Given names and family names to make people of, as common in Bergen as the rest of the demo.

Given names go by generation, so that a woman born in 1947 is called Bjørg and not Emma. Names from abroad and Sámi
names keep together within one language.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NameStock:
    """The names one person can be given: family names, and given names by ``Gender``'s own letters f and m."""

    given: dict[str, tuple[str, ...]]
    family: tuple[str, ...]


def _split(names: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in names.replace("\n", " ").split(","))


_FAMILY = _split("""
    Aarseth, Abrahamsen, Alver, Andersen, Angeltveit, Askeland, Aase, Bakke, Berge, Berntsen, Birkeland, Bjordal,
    Bjørge, Bjørndal, Blom, Botnen, Brekke, Bruvik, Bødal, Børve, Christiansen, Dahl, Dale, Davanger, Drange,
    Duesund, Døsen, Eide, Eikeland, Ellingsen, Engesæter, Eriksen, Espelid, Fadnes, Fjeldstad, Fjelltveit, Flaten,
    Fosse, Frotjold, Fykse, Færøy, Førde, Garmann, Gjerde, Gjertsen, Gravdal, Grimstad, Grøsvik, Gullaksen, Haga,
    Halland, Halvorsen, Hammersland, Hansen, Haugen, Haukås, Hauge, Heggøy, Helland, Helle, Henriksen, Hetlevik,
    Hjelle, Hjortland, Hole, Hopsdal, Hovland, Husebø, Høgetveit, Høyland, Iversen, Jacobsen, Jensen, Johannessen,
    Jordal, Kalvenes, Karlsen, Kismul, Kjærgård, Kleppe, Knudsen, Kolltveit, Kvalheim, Kvamme, Kvinge, Kårtveit,
    Landro, Langeland, Larsen, Lekven, Lie, Lid, Lilletvedt, Litlabø, Lothe, Lunde, Lægreid, Løvås, Magnussen,
    Martinsen, Matre, Meland, Midthun, Mikkelsen, Mjelde, Moberg, Monsen, Myking, Myrvold, Møgster, Nesse, Nilsen,
    Njåstad, Nordvik, Nygård, Nævdal, Nøttveit, Olsen, Osland, Otterå, Paulsen, Pedersen, Raknes, Rasmussen, Refvik,
    Reigstad, Risnes, Rong, Romarheim, Røssland, Sandvik, Sekkingstad, Sellevåg, Skaar, Skjold, Skogseth, Skurtveit,
    Solheim, Soltvedt, Steine, Storebø, Straume, Sunde, Sætre, Sæle, Sørensen, Takvam, Tellnes, Thorsen, Tjore,
    Torsvik, Trengereid, Tveit, Tøsdal, Ulvatn, Urdal, Utne, Vabø, Vaksdal, Valestrand, Vassbø, Vedå, Veland, Vik,
    Vindenes, Våge, Wathne, Wergeland, Wiik, Ystebø, Ytrearne, Ødegaard, Økland, Øvrebø, Øyehaug, Ågotnes, Åkre,
    Ånes, Årdal, Åsheim
""")

OLDER = NameStock(
    {
        "f": _split("""
            Anne Lise, Anne-Marie, Aud, Astrid, Berit, Bjørg, Bodil, Brit, Ellen, Else, Gerd, Gudrun, Guri,
            Inger Johanne, Ingrid, Kari, Kirsten, Laila, Liv, Magnhild, Marit, Målfrid, Randi, Reidun, Sigrid,
            Solveig, Synnøve, Torhild, Turid, Unni, Wenche, Åse
        """),
        "m": _split("""
            Arne, Arvid, Asbjørn, Bjørn, Einar, Finn, Geir, Harald, Helge, Ivar, Jan Egil, Johannes, Jon, Kjell,
            Kjell Arne, Kåre, Leif, Magne, Nils, Odd, Olav, Per Gunnar, Rolf, Sigmund, Sverre, Svein, Terje,
            Tor Inge, Torbjørn, Trygve, Øystein, Øyvind
        """),
    },
    _FAMILY,
)

MIDDLE = NameStock(
    {
        "f": _split("""
            Ann-Kristin, Anita, Anne Grethe, Beate, Birgitte, Camilla, Cathrine, Elin, Elisabeth, Eva, Gro, Gunn,
            Heidi, Hege, Hilde, Janne, Kjersti, Kristin, Lene, Linda, Mette, Monica, Nina, Ragnhild, Ragna, Siri,
            Sissel, Stine, Therese, Tone, Trine, Vibeke
        """),
        "m": _split("""
            Anders, André, Atle, Bjarte, Cato, Christian, Dag Erik, Eirik, Erlend, Espen, Frode, Gaute, Håkon,
            Håvard, Jan Ove, Jarle, Jørgen, Kenneth, Kjetil, Lars Petter, Morten, Ole Martin, Ove, Rune, Roger,
            Stig, Ståle, Stein Are, Thomas, Tor Arne, Trond, Vidar
        """),
    },
    _FAMILY,
)

YOUNGER = NameStock(
    {
        "f": _split("""
            Amalie, Andrea, Anna Sofie, Aurora, Eline, Emma, Frida, Guro, Hanna, Hedda, Ida, Ingeborg, Ingvild,
            Julie, Kaja, Karoline, Linnea, Live, Malin, Maren, Maria, Marthe, Oda, Ragna Lovise, Sara, Selma, Silje,
            Solveig, Sunniva, Thea, Tiril, Vilde
        """),
        "m": _split("""
            Adrian, Aksel, Alexander, Andreas, Brage, Bendik, Eivind, Elias, Emil, Fredrik, Henrik, Herman, Isak,
            Jonas, Jakob, Kristoffer, Lars Erik, Magnus, Martin, Mats, Nikolai, Oskar, Ole Jakob, Sander, Sebastian,
            Sigurd, Sindre, Sivert, Tobias, Vegard, Vetle, Åsmund
        """),
    },
    _FAMILY,
)

SAMI = NameStock(
    {
        "f": _split("Biret, Elle Márjá, Inger Ánne, Iŋgá, Láilá, Máret, Rávdná, Risten, Sárá"),
        "m": _split("Ánde, Áslat, Issát, Jovnna, Máhtte, Mihkkal, Niillas, Ánte"),
    },
    _split("Eira, Gaup, Hætta, Oskal, Somby, Triumf, Utsi"),
)

FROM_ABROAD = (
    NameStock(  # Poland
        {"f": _split("Agnieszka, Ewa, Katarzyna, Magdalena"), "m": _split("Łukasz, Marek, Paweł, Tomasz")},
        _split("Łuczak, Mazur, Nowak, Pawlak, Wójcik"),
    ),
    NameStock(  # Bosnia, Croatia, Serbia
        {"f": _split("Amra, Jelena, Lejla, Sanja"), "m": _split("Adnan, Dženan, Goran, Senad")},
        _split("Anđelić, Bašić, Đurić, Hodžić, Kovačević, Šarić"),
    ),
    NameStock(  # Pakistan
        {"f": _split("Aisha, Mariam, Saima, Zainab"), "m": _split("Bilal, Imran, Kashif, Usman")},
        _split("Ahmed, Butt, Chaudhry, Malik, Sheikh"),
    ),
    NameStock(  # Somalia
        {"f": _split("Fadumo, Hodan, Ifrah, Sahra"), "m": _split("Abdirahman, Guled, Liban, Mahad")},
        _split("Abdi, Farah, Jama, Nur, Warsame"),
    ),
    NameStock(  # Vietnam
        {"f": _split("Lan Anh, Linh, Mai, Thuy"), "m": _split("Duc, Hai, Minh, Tuan")},
        _split("Bui, Le, Nguyen, Pham, Tran"),
    ),
    NameStock(  # Sri Lanka
        {"f": _split("Abirami, Meera, Nirosha, Thushara"), "m": _split("Arun, Kumaran, Pratheep, Sivan")},
        _split("Kandiah, Nadarajah, Rajaratnam, Selvarajah, Sivalingam"),
    ),
    NameStock(  # Chile
        {"f": _split("Carolina, Daniela, Marcela, Ximena"), "m": _split("Claudio, Cristián, Hernán, Rodrigo")},
        _split("Araya, Cárdenas, Muñoz, Sepúlveda, Soto"),
    ),
    NameStock(  # Iran, Iraq, Syria
        {"f": _split("Leila, Narges, Rojin, Shirin"), "m": _split("Amir, Karwan, Omid, Samer")},
        _split("Haddad, Hosseini, Karimi, Rostami, Salih"),
    ),
    NameStock(  # Eritrea
        {"f": _split("Feven, Helen, Rahel, Selam"), "m": _split("Dawit, Filmon, Samuel, Yonas")},
        _split("Ghebremedhin, Haile, Kidane, Tekle, Woldu"),
    ),
)

# First given name and last family name of people well known from public life who would otherwise come up by chance.
WELL_KNOWN = frozenset(
    _split("""
        Alexander Andersen, Anders Jacobsen, Anita Sæle, Áslat Hætta, Bjørn Hansen, Einar Førde, Emil Iversen,
        Eva Hansen, Gunn Gjerde, Harald Sunde, Helge Jordal, Henrik Wergeland, Håkon Lie, Ingrid Espelid,
        Issát Hætta, Jon Fosse, Jørgen Brekke, Kari Henriksen, Kristin Halvorsen, Linda Eide, Liv Røssland,
        Marit Larsen, Martin Ødegaard, Niillas Somby, Odd Hovland, Per Bakke, Rune Larsen, Sander Berge,
        Svein Hansen, Torbjørn Andersen, Trygve Lie, Vidar Kleppe, Øyvind Vaksdal, Åse Duesund
    """)
)
