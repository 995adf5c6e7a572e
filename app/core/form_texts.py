"""What WTForms says when a field's shape is wrong, in our own words and languages: its catalogues lack nynorsk."""

from flask_babel import lazy_gettext as _

SHAPE = {
    "This field is required.": _("Fyll ut dette feltet."),
    "Not a valid choice.": _("Velg et av svarene."),
    "'%(value)s' is not a valid choice for this field.": _("«%(value)s» er ikke et av svarene."),
    "'%(value)s' are not valid choices for this field.": _("Velg blant svarene."),
    "Invalid Choice: could not coerce.": _("Velg et av svarene."),
    "Invalid choice(s): one or more data inputs could not be coerced.": _("Velg blant svarene."),
    "Not a valid integer value.": _("Skriv et helt tall, bare med sifre."),
    "Not a valid decimal value.": _("Skriv et tall."),
    "Not a valid date value.": _("Skriv en dato som finnes."),
    "Not a valid datetime value.": _("Skriv en dato og et klokkeslett som finnes."),
    "Not a valid time value.": _("Skriv et klokkeslett som finnes."),
    "Number must be at least %(min)s.": _("Tallet må være minst %(min)s."),
    "Number must be at most %(max)s.": _("Tallet kan være høyst %(max)s."),
    "Number must be between %(min)s and %(max)s.": _("Tallet må være fra %(min)s til %(max)s."),
    "Field must be at least %(min)d character long.": _("Skriv minst %(min)d tegn."),
    "Field must be at least %(min)d characters long.": _("Skriv minst %(min)d tegn."),
    "Field cannot be longer than %(max)d character.": _("Skriv høyst %(max)d tegn."),
    "Field cannot be longer than %(max)d characters.": _("Skriv høyst %(max)d tegn."),
    "Field must be exactly %(max)d character long.": _("Skriv nøyaktig %(max)d tegn."),
    "Field must be exactly %(max)d characters long.": _("Skriv nøyaktig %(max)d tegn."),
    "Field must be between %(min)d and %(max)d characters long.": _("Skriv fra %(min)d til %(max)d tegn."),
    "Field must be equal to %(other_name)s.": _("Skriv det samme i begge feltene."),
    "Invalid email address.": _("Skriv en e-postadresse."),
    "Invalid input.": _("Det du skrev, har ikke riktig form."),
}


class ShapeTexts:
    """The two calls WTForms makes. A message that is not in the table is a defect and comes out as it is."""

    def gettext(self, message: str) -> str:
        """The text for the message, its placeholders still open, since WTForms fills them."""
        known = SHAPE.get(message)
        if known is None:
            return message
        return str(known)

    def ngettext(self, singular: str, plural: str, number: int) -> str:
        """The text for the message in singular or plural."""
        return self.gettext(singular if number == 1 else plural)
