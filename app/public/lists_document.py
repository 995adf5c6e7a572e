"""The approved lists of an election as one PDF, in bokmål or nynorsk: every district, every list, every candidate.

Law: valgloven (2002) § 6-7; valgloven (2023) § 5-12.
Rules: R-54, R-56, R-66.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Literal

from flask_babel import force_locale
from flask_babel import gettext as _

from app.core.formatting import long_date
from app.pdf.blocks import (
    Align,
    Block,
    Column,
    Contents,
    Heading,
    KeepTogether,
    Look,
    PageBreak,
    Paragraph,
    Row,
    RowLook,
    Table,
)
from app.pdf.document import build_pdf
from app.pdf.facts import DocumentFacts, FooterLabels
from app.pdf.facts import Language as PdfLanguage
from app.public.list_queries import DistrictLists, ListsPage
from app.public.shown_lists import ShownList

PDF_LANGUAGES = {"nb": PdfLanguage.BOKMAL, "nn": PdfLanguage.NYNORSK}


def lists_pdf(page: ListsPage, language: Literal["nb", "nn"], dated: datetime) -> bytes:
    """The lists as PDF: the same lists on the same date give the same bytes."""
    with force_locale(language):
        facts = DocumentFacts(
            title=_("Godkjente lister: %(election)s", election=page.election.name),
            language=PDF_LANGUAGES[language],
            author=_("Valgstyret i %(municipality)s kommune", municipality=page.election.municipality),
            document_id=f"GL-{page.election.address}",
            dated=dated,
            labels=FooterLabels(
                page=_("Side {page} av {pages}"), document_id=_("Dokument"), fingerprint=_("Innhold (SHA-256)")
            ),
        )
        return build_pdf(facts, tuple(lists_blocks(page)))


def lists_blocks(page: ListsPage) -> Iterator[Block]:
    """The document from its title to the last candidate, in the language of the moment."""
    yield Heading(1, _("Godkjente lister"))
    day = long_date(page.election.election_day)
    yield Paragraph(_("%(election)s, %(day)s", election=page.election.name, day=day), Look.LEAD)
    yield Paragraph(_("Kandidater i uthevet rad har stemmetillegg."), Look.NOTE)
    yield Heading(2, _("Innhold"))
    yield Contents(deepest=2)
    for each in page.districts:
        yield PageBreak()
        yield Heading(2, each.contest.district)
        yield from _district(each)


def _district(district: DistrictLists) -> Iterator[Block]:
    if district.announcement:
        told = district.announcement
        yield Paragraph(
            _(
                "Kunngjort %(day)s. Klagefristen er %(last)s. Listene er lagt ut her: %(place)s.",
                day=long_date(told.announced_on),
                last=long_date(told.complain_by),
                place=told.place,
            )
        )
    if not district.lists:
        yield Paragraph(_("Ingen lister er godkjent i bydelen ennå."))
    for each in district.lists:
        yield KeepTogether((Heading(3, each.name), _candidates(each)))


def _candidates(shown: ShownList) -> Table:
    """The groups have a column on the joint lists that tell of them."""
    with_groups = any(each.group for each in shown.candidates)
    columns = (
        Column(_("Nr."), Align.RIGHT),
        Column(_("Navn"), row_header=True),
        Column(_("Født"), Align.RIGHT),
        Column(_("Yrke")),
        Column(_("Bosted")),
        *((Column(_("Gruppe")),) if with_groups else ()),
        Column(_("Stemmetillegg")),
    )
    rows = tuple(
        Row(
            (
                str(each.position),
                each.name,
                str(each.birth_year or ""),
                each.profession or "",
                each.residence or "",
                *((each.group or "",) if with_groups else ()),
                _("ja") if each.bonus else "",
            ),
            RowLook.MARKED if each.bonus else RowLook.PLAIN,
        )
        for each in shown.candidates
    )
    return Table(columns, rows, dense=True)
