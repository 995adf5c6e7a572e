"""Parts B and C of the record: the first count, of advance votes and of votes on election day.

Law: valgloven (2002) § 10-5; valgloven (2023) § 10-8.
Rules: R-130, R-133, R-138, R-190.
"""

from collections.abc import Iterator, Sequence

from flask_babel import gettext as _

from app.elections.documents.count_tables import count_blocks
from app.elections.documents.legal_basis import Basis, legal_basis
from app.elections.documents.record_content import CategoryCount, CountGroup, RecordContent
from app.pdf.blocks import Block, Heading, KeepTogether, Look, Paragraph


def first_count_sections(content: RecordContent) -> Iterator[Block]:
    """Parts B and C. Ballots received from other districts can be of both kinds and stand last in C."""
    counted = dict(content.first_counts)
    on_the_day = counted.get(CountGroup.ELECTION_DAY, ()) + counted.get(CountGroup.OTHER_DISTRICTS, ())
    yield _count(_("B Foreløpig opptelling av forhåndsstemmer"), counted.get(CountGroup.ADVANCE, ()), content)
    yield _count(_("C Foreløpig opptelling av valgtingsstemmer"), on_the_day, content)


def _count(title: str, categories: Sequence[CategoryCount], content: RecordContent) -> Block:
    if not categories:
        told = Paragraph(_("Ingen foreløpig opptelling er registrert i Verv."), Look.NOTE)
        return KeepTogether((Heading(2, title), told))
    basis = legal_basis(content.setting.rules.name, Basis.FIRST_COUNT)
    told = Paragraph(
        _("Tvilsomme stemmesedler avgjøres før den endelige opptellingen. Hjemmel: %(basis)s.", basis=basis),
        Look.NOTE,
    )
    return KeepTogether((Heading(2, title), told, *count_blocks(categories, content.lists, rejects=False)))
