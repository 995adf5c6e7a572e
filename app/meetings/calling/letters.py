"""The e-mails of a meeting, in the council's written form: the summons, and the call to a deputy.

What is exempt does not go by e-mail: the letter has the public face, and the full papers are handed out.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import force_locale
from flask_babel import gettext as _

from app.core.mail import Letter
from app.meetings.calling.documents.summons_content import Summons, SummonsItem
from app.meetings.calling.documents.summons_pdf import SummonsLanguage, title_of, when


@dataclass(frozen=True, slots=True)
class Addressed:
    """To whom, and where to: ``page`` is the meeting's public page, ``answer`` the person's own link, or empty."""

    name: str
    email: str
    page: str
    answer: str = ""


def summons_letter(to: Addressed, summons: Summons, pdf: bytes, language: SummonsLanguage) -> Letter:
    """The summons to one person, with the public face of the papers.

    Rules: R-282, R-283.
    """
    with force_locale(language):
        lines = [
            _("Til %(name)s", name=to.name),
            "",
            _("Du kalles inn til møte i %(council)s.", council=summons.council),
            "",
            _("Tid: %(when)s", when=when(summons)),
            _("Sted: %(place)s", place=summons.place or "–"),
            "",
            _("Saksliste:"),
            *_agenda(summons.items),
            "",
            _("Sakspapirene: %(address)s", address=to.page),
        ]
        if to.answer:
            told = _("Bekreft at du har lest innkallingen, eller meld forfall, her: %(address)s", address=to.answer)
            lines += ["", told]
        lines += ["", *_signed(summons)]
        name = f"innkalling-{summons.address}.pdf"
        return Letter(to.name, to.email, title_of(summons), "\n".join(lines), pdf, name)


def deputy_letter(to: Addressed, absent: str, summons: Summons, language: SummonsLanguage) -> Letter:
    """The call to a deputy to come for ``absent``, a member who cannot.

    Rules: R-255.
    """
    with force_locale(language):
        subject = _("Kan du møte i %(council)s %(when)s?", council=summons.council, when=when(summons))
        lines = [
            _("Til %(name)s", name=to.name),
            "",
            _("%(absent)s har forfall, og du er neste varamedlem.", absent=absent),
            _("Tid: %(when)s", when=when(summons)),
            _("Sted: %(place)s", place=summons.place or "–"),
            "",
            _("Svar om du kan møte, her: %(address)s", address=to.answer),
            _("Svar så snart du kan. Kan du ikke, spør vi den neste."),
            "",
            _("Sakspapirene: %(address)s", address=to.page),
            "",
            *_signed(summons),
        ]
        return Letter(to.name, to.email, subject, "\n".join(lines))


def _agenda(items: Sequence[SummonsItem]) -> list[str]:
    return [f"  {each.number or '–':>7}  {each.title}" for each in items if not each.withdrawn]


def _signed(summons: Summons) -> list[str]:
    names = [
        _("%(name)s, leder", name=summons.leader) if summons.leader else "",
        _("%(name)s, møtesekretær", name=summons.secretary) if summons.secretary else "",
    ]
    return [_("Hilsen"), *filter(None, names)] if any(names) else [_("Hilsen"), summons.council]
