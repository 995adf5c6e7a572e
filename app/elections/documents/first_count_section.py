"""Parts B and C of the record: the first count, of advance votes and of votes on election day.

Law: valgloven (2002) § 10-5; valgloven (2023) § 10-8.
Rules: R-130, R-133, R-138, R-190.
"""

from collections.abc import Iterator, Sequence

from flask_babel import gettext as _

from app.elections.documents.count_tables import count_blocks
from app.elections.documents.legal_basis import Basis, legal_basis
from app.elections.documents.record_content import CategoryCount, CountGroup, RecordContent
from app.elections.documents.record_words import category_name
from app.pdf.blocks import Block, Heading, Look, Paragraph


def first_count_sections(content: RecordContent) -> Iterator[Block]:
    """Parts B and C. Ballots received from other districts can be of both kinds and stand last in C."""
    counted = dict(content.first_counts)
    yield Heading(2, _("B Foreløpig opptelling av forhåndsstemmer"))
    yield from _categories("B", counted.get(CountGroup.ADVANCE, ()), content)
    yield Heading(2, _("C Foreløpig opptelling av valgtingsstemmer"))
    on_the_day = counted.get(CountGroup.ELECTION_DAY, ()) + counted.get(CountGroup.OTHER_DISTRICTS, ())
    yield from _categories("C", on_the_day, content)


def _categories(part: str, categories: Sequence[CategoryCount], content: RecordContent) -> Iterator[Block]:
    if not categories:
        yield Paragraph(_("Ingen foreløpig opptelling er registrert i Verv."), Look.NOTE)
        return
    basis = legal_basis(content.setting.rules.name, Basis.FIRST_COUNT)
    yield Paragraph(
        _("Tvilsomme stemmesedler er lagt til side og avgjøres før den endelige opptellingen. %(basis)s.", basis=basis),
        Look.NOTE,
    )
    for at, category in enumerate(categories, start=1):
        yield Heading(3, f"{part}{at} {category_name(category.category)}")
        yield from count_blocks(category, content.lists, rejects=False)
