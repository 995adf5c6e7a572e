"""Part A of the record: who could be voted for, where votes were counted, and the settings that decide results.

Rules: R-190, and the last line of the settings register K.
"""

from collections.abc import Iterator

from flask_babel import gettext as _

from app.core.formatting import number, percent
from app.elections.documents.legal_basis import act
from app.elections.documents.record_content import RecordContent, Setting
from app.elections.documents.record_tables import name_column, number_columns
from app.elections.documents.record_words import divisor_words
from app.elections.domain.election import CandidateList, PollingDistrict
from app.elections.domain.rule_sets import WriteInOverflow, WriteInOwnList
from app.elections.setting_up.texts import setting_title, value_text
from app.pdf.blocks import Block, Column, Heading, KeepTogether, Look, PageBreak, Paragraph, Row, RowLook, Table


def conduct_section(content: RecordContent) -> Iterator[Block]:
    """Part A. What Verv does not hold is said once, in one line."""
    yield PageBreak()
    yield Heading(2, _("A Lister, stemmekretser og innstillinger"))
    yield Paragraph(
        _(
            "Valgstyrets medlemmer, stemmesteder og åpningstider, behandlingen av stemmegivninger og valgstyrets "
            "merknader er ikke registrert i Verv."
        ),
        Look.NOTE,
    )
    yield Heading(3, _("A1 Godkjente valglister"))
    yield _lists(content.lists)
    yield Heading(3, _("A2 Stemmekretser"))
    yield _polling_districts(content.polling_districts)
    yield KeepTogether((Heading(3, _("A3 Innstillinger som avgjør resultatet")), _settings(content.setting)))


def _lists(lists: tuple[CandidateList, ...]) -> Table:
    columns = (
        Column(_("Kode")),
        name_column(_("Liste")),
        Column(_("Registrert parti")),
        *number_columns(_("Kandidater"), _("Med stemmetillegg")),
    )
    return Table(columns, tuple(map(_list, lists)), dense=True)


def _list(each: CandidateList) -> Row:
    bonus = sum(candidate.bonus for candidate in each.candidates)
    return Row(
        (
            each.code,
            each.name,
            _("Ja") if each.registered_party else _("Nei"),
            number(len(each.candidates)),
            number(bonus),
        )
    )


def _polling_districts(districts: tuple[PollingDistrict, ...]) -> Block:
    if not districts:
        return Paragraph(_("Ingen stemmekretser er registrert; alle stemmer er talt samlet."), Look.NOTE)
    codes = (Column(_("Kode")), name_column(_("Stemmekrets")))
    electors = [each.electors for each in districts if each.electors is not None]
    if len(electors) < len(districts):
        return Table(codes, tuple(Row((each.code, each.name)) for each in districts), fill=False, dense=True)
    rows = [Row((each.code, each.name, number(size))) for each, size in zip(districts, electors, strict=True)]
    rows.append(Row(("", _("Sum"), number(sum(electors))), RowLook.TOTAL))
    return Table((*codes, *number_columns(_("Stemmeberettigede"))), tuple(rows), fill=False, dense=True)


def _settings(setting: Setting) -> Table:
    return Table(
        (name_column(_("Regel")), Column(_("Slik er valget avgjort"))),
        tuple(map(Row, _setting_pairs(setting))),
        dense=True,
    )


def _setting_pairs(setting: Setting) -> Iterator[tuple[str, str]]:
    rules = setting.rules
    yield _("Regelsett"), act(rules.name)
    yield (
        _("Fordeling av plasser"),
        _("høyeste kvotient, delingstall %(divisors)s …", divisors=" – ".join(map(divisor_words, setting.divisors))),
    )
    yield _("Lik kvotient"), _("størst listestemmetall, deretter loddtrekning i valgstyret")
    yield _("Stemmetillegg"), _bonus(setting)
    yield _("Kandidater med likt stemmetall"), _("rekkefølgen på listen")
    yield _("Varamedlemmer"), _("listens plasser og %(number)s til", number=rules.extra_deputies)
    yield _("Slengere på én stemmeseddel"), _("høyst %(number)s", number=setting.write_in_quota)
    yield (
        _("Flere slengere enn plasser på én stemmeseddel"),
        _("teller ikke") if rules.writein_cap_at_seats else _("kan telle"),
    )
    yield _("Flere slengere enn dette"), _overflow(rules.writein_overflow)
    yield _("Slenger til egen liste"), _own_list(rules.writein_own_list)
    yield (
        _("Slenger til en kandidat som ikke er valgbar"),
        _("teller ikke") if rules.writein_requires_eligible else _("teller for listen"),
    )
    for name, value in setting.decided:
        yield setting_title(name), value_text(name, value)


def _bonus(setting: Setting) -> str:
    share = setting.rules.bonus_share
    if not setting.bonus_maximum:
        return _("ingen, for så få plasser")
    return _(
        "%(share)s av listens stemmesedler, ikke avrundet; høyst %(number)s kandidater",
        share=percent(share.numerator, share.denominator, 0),
        number=setting.bonus_maximum,
    )


def _overflow(setting: WriteInOverflow) -> str:
    return {
        WriteInOverflow.FIRST_VALID: _("de første gyldige teller"),
        WriteInOverflow.NONE: _("ingen av dem teller"),
    }[setting]


def _own_list(setting: WriteInOwnList) -> str:
    return {
        WriteInOwnList.IGNORE: _("teller ikke"),
        WriteInOwnList.AS_MARK: _("teller som personstemme"),
    }[setting]
