"""What to say when the set-up of an election, its settings or its calendar refuse something."""

from flask_babel import gettext

from app.core.errors import DomainError
from app.core.formatting import joined, long_date, moment
from app.elections.calendar import refusals as calendar_refusals
from app.elections.calendar.texts import row_text
from app.elections.domain import calendar, election_plan, postponement, settings
from app.elections.domain.local_election_day import NotALocalElectionDay
from app.elections.setting_up import refusals
from app.elections.setting_up.texts import titles_of
from app.elections.state_texts import election_state_text


def _(text: str, **facts: object) -> str:
    return str(gettext(text, **facts))


def describe_set_up(error: DomainError) -> str | None:
    """One or two sentences in the reader's language; None when the error is about something else."""
    return _plan(error) or _settings(error) or _calendar(error)


def _plan(error: DomainError) -> str | None:
    match error:
        case NotALocalElectionDay(day, rule):
            return _(
                "%(day)s kan ikke være valgdag: bydelsutvalg velges sammen med kommunestyret, en mandag i september "
                "2023, 2027, 2031 og så videre (%(rule)s).",
                day=long_date(day),
                rule=rule,
            )
        case election_plan.NoDistricts():
            return _("Velg minst én bydel som skal ha direkte valg.")
        case election_plan.SeatsNotAllowed(district, seats, rule):
            return _(
                "%(district)s: et utvalg har minst 3 og høyst 199 plasser, ikke %(seats)s (%(rule)s).",
                district=district,
                seats=seats,
                rule=rule,
            )
        case election_plan.CodeNotUsable(district, code):
            return _(
                "Koden «%(code)s» for %(district)s kan ikke brukes: bare bokstaver, sifre, - og _, høyst 20 tegn, og ikke "
                "navnet på en annen side.",
                code=code,
                district=district,
            )
        case election_plan.CodeGivenTwice(code, districts):
            return _("%(districts)s kan ikke ha samme kode, «%(code)s».", districts=joined(districts), code=code)
        case refusals.NotADraft():
            return _("Valget er åpnet for lister. Bydeler og plasser kan ikke endres lenger.")
        case refusals.DayTaken(address, rule):
            return _(
                "Kommunen har allerede et valg denne dagen, «%(address)s». En bydel velger ett utvalg (%(rule)s).",
                address=address,
                rule=rule,
            )
        case refusals.NotOfTheMunicipality(districts):
            return _("Disse bydelene hører ikke til kommunen: %(districts)s.", districts=joined(districts))
        case refusals.AddressTaken(address):
            return _(
                "Et annet valg fikk adressen «%(address)s» i samme øyeblikk. Ingenting er lagret. Lagre en gang til.",
                address=address,
            )
        case refusals.ListDeadlinePassed(day, rule):
            return _(
                "Listeforslag måtte være kommet inn %(day)s. Valget kan ikke åpnes for lister etter det (%(rule)s).",
                day=long_date(day),
                rule=rule,
            )
        case refusals.ListsNotDecided(_address, without, rule):
            lacking = (
                _("Ingen lister er ført for %(districts)s.", districts=joined(without))
                if without
                else _("Listene er ført, men ikke avgjort.")
            )
            return (
                _("Trykkeri og skanner trenger listene slik valgstyret har avgjort dem (%(rule)s).", rule=rule)
                + f" {lacking}"
            )
    return None


def _settings(error: DomainError) -> str | None:
    match error:
        case settings.SettingNotOffered(name, value, offered, rule):
            return _(
                "«%(setting)s» kan ikke settes til «%(value)s» (%(rule)s). Svarene er %(offered)s.",
                setting=joined(titles_of((name,))),
                value=value,
                rule=rule,
                offered=joined(offered),
            )
        case settings.SettingsLocked(names, locked_at, rules):
            return _(
                "Listefristen var %(moment)s. Det som avgjør valget, er låst: %(settings)s (%(rules)s).",
                moment=moment(locked_at),
                settings=joined(titles_of(names)),
                rules=joined(rules),
            )
    return None


def _calendar(error: DomainError) -> str | None:
    match error:
        case calendar.DayNotSettable(row, rule):
            return _("«%(row)s»: loven gir dagen, og den kan ikke settes (%(rule)s).", row=row_text(row), rule=rule)
        case calendar.NothingToTick(row, rule):
            return _(
                "«%(row)s» går av seg selv, og er ikke noe kommunen gjør (%(rule)s).", row=row_text(row), rule=rule
            )
        case calendar.ShiftNotOpen(row, rule):
            return _("«%(row)s»: loven sier om dagen flyttes (%(rule)s).", row=row_text(row), rule=rule)
        case postponement.NotPostponable(_rule_set, state, rule):
            return _(
                "Bare et valg etter valgloven av 2023 som er åpnet for lister og ikke gjort opp, kan utsettes (%(rule)s). "
                "Dette er: %(state)s.",
                rule=rule,
                state=election_state_text(state),
            )
        case postponement.NoLaterDay(_day, election_day, rule):
            return _(
                "Stemmegivningen kan bare forlenges eller utsettes: skriv en dag etter %(day)s (%(rule)s).",
                day=long_date(election_day),
                rule=rule,
            )
        case postponement.PostponementReasonMissing(rule):
            return _("Skriv hvilket vedtak utsettelsen bygger på (%(rule)s).", rule=rule)
        case calendar_refusals.NoSuchRow(row):
            return _("Valgets kalender har ikke denne raden: «%(row)s».", row=row_text(row))
        case calendar_refusals.DoneInTheFuture(done_on, today):
            return _(
                "Det som er gjort, er gjort senest i dag (%(today)s), ikke %(day)s.",
                today=long_date(today),
                day=long_date(done_on),
            )
        case calendar_refusals.SetAfterElection(day, election_day):
            return _(
                "Dagen må være før valgdagen (%(election_day)s), ikke %(day)s.",
                election_day=long_date(election_day),
                day=long_date(day),
            )
    return None
