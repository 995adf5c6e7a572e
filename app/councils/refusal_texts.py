"""What to say when something about a council is refused: the rule, the facts, and what to do. One text per type."""

from collections.abc import Mapping
from types import MappingProxyType

from flask_babel import gettext

from app.core.errors import DomainError
from app.core.formatting import long_date
from app.councils import refusals
from app.councils.domain import (
    carrying_out,
    change_states,
    choices,
    correcting,
    deciding,
    entry_book,
    gender_balance,
    lots,
    majority_of_chair,
    proportional_election,
    recording,
    seat_targets,
    several_districts,
    sitting_council,
    step_taking,
    succession,
    takeover,
    terms,
    time_axes,
)
from app.councils.domain import membership_refusals as membership
from app.councils.domain.recording import Spell
from app.councils.membership_words import role_name
from app.councils.succession_texts import (
    Names,
    days_text,
    decider_name,
    gender_name,
    last_day,
    named,
    reason_text,
    state_name,
    step_name,
)

NOBODY: Mapping[int, str] = MappingProxyType({})


def _(text: str, **facts: object) -> str:
    return str(gettext(text, **facts))


def describe(error: DomainError, names: Names = NOBODY) -> str:
    """One or more sentences in the reader's language, with the persons' names.

    A type without a text of its own is a defect, found by a test.
    """
    for told in (_of_setting_up, _of_elections, _of_seats, _of_others, _of_record, _of_changes, _of_answers):
        if text := told(error, names):
            return text
    raise TypeError(f"no text for {type(error).__name__}")


def _of_setting_up(error: DomainError, names: Names) -> str | None:
    match error:
        case refusals.SlugTaken(slug, name):
            return _("Adressen «%(slug)s» er brukt av %(name)s. Velg en annen.", slug=slug, name=name)
        case refusals.CouncilNotInOrder(name, findings):
            return _(
                "«%(name)s» kan ikke opprettes slik (%(rules)s): et utvalg har minst tre medlemmer, og navnet har ordet "
                "«bydelsutvalg» eller «kommunedelsutvalg» i seg.",
                name=name,
                rules=", ".join(each.rule for each in findings),
            )
        case refusals.CouncilAlreadySits(council, from_on, to_on):
            return _(
                "%(council)s er alt valgt for %(first)s – %(last)s (R-262). Velg dager etter det.",
                council=council,
                first=long_date(from_on),
                last=long_date(last_day(to_on)),
            )
        case refusals.DuplicateGroup(code):
            return _("To lister har koden «%(code)s» (R-262). Gi dem hver sin kode.", code=code)
        case refusals.UnknownGroup(code, codes):
            return _(
                "Utvalget har ingen liste «%(code)s»; det har %(codes)s (R-262).", code=code, codes=", ".join(codes)
            )
        case takeover.OutcomeDoesNotAddUp(list_code, seats, members):
            return _(
                "Liste %(list)s har %(seats)s plasser, men %(members)s medlemmer (R-262). Rett navnene eller plassene.",
                list=list_code,
                seats=seats,
                members=members,
            )
        case takeover.ElectedTwice(person_id):
            return _("%(name)s er valgt to ganger til samme utvalg (R-262).", name=named(names, person_id))
        case takeover.OfficerNotMember(role, person_id):
            return _(
                "%(name)s er valgt til %(office)s, men har ingen plass i utvalget (R-220). Velg et medlem.",
                name=named(names, person_id),
                office=role_name(role).lower(),
            )
        case refusals.AbolishedAlready(council, abolished_on):
            return _("%(council)s er alt lagt ned, fra %(day)s (R-7).", council=council, day=long_date(abolished_on))
        case refusals.NobodySits(council, on):
            return _(
                "%(council)s sitter ikke dagen før %(day)s, så det er ingenting å legge ned den dagen (R-7). Velg en dag i "
                "perioden, eller dagen etter den siste.",
                council=council,
                day=long_date(on),
            )
        case terms.CannotBeAbolished(_on, term_ends_on):
            return _(
                "Et direkte valgt utvalg kan ikke legges ned i perioden (R-7). Det sitter til og med %(last)s.",
                last=long_date(last_day(term_ends_on)),
            )
    return None


def _of_elections(error: DomainError, names: Names) -> str | None:
    match error:
        case lots.LotDoesNotFit(tied, _between, winner):
            return _(
                "Loddet som «%(winner)s» vant, passer ikke: likheten står mellom %(tied)s. Trekk lodd mellom dem.",
                winner=winner,
                tied=", ".join(tied),
            )
        case lots.LotNotNeeded(_between, winner):
            return _("Loddet som «%(winner)s» vant, avgjør ingenting: ingen står likt. Ta det bort.", winner=winner)
        case majority_of_chair.NobodyVotedFor(round_number):
            return _("Ingen fikk stemmer i omgang %(round)s. Stem på nytt.", round=round_number)
        case majority_of_chair.SecondVoteNotNeeded(winner):
            return _(
                "%(winner)s fikk mer enn halvparten i første omgang, så den andre holdes ikke. Ta den bort.",
                winner=winner,
            )
        case proportional_election.VotesDoNotAddUp(given, present):
            return _(
                "Det er avgitt %(given)s stemmer, men %(present)s er til stede. Hver gir én stemme, til en liste eller blank.",
                given=given,
                present=present,
            )
        case proportional_election.VotesForUnknownList(list_code):
            return _("Det er stemt på liste «%(list)s», som ikke er stilt.", list=list_code)
        case seat_targets.NoPublishedKey(district):
            return _(
                "Forhåndsstemmene kan ikke deles ut til %(district)s: ingen nøkkel er gjort kjent (R-233).",
                district=district,
            )
        case several_districts.StandsInSeveralDistricts(persons):
            told = [f"{named(names, each.person_id)}: {', '.join(each.districts)}" for each in persons]
            return _(
                "Noen stiller i flere bydeler, og det har kommunen ikke åpnet for (R-43). %(persons)s.",
                persons="; ".join(told),
            )
        case gender_balance.GenderBalanceBroken(short, number, of, minimum, rule):
            return _(
                "Det blir bare %(number)s av kjønnet «%(short)s» blant %(of)s; det skal være minst %(minimum)s "
                "(%(rule)s). Velg en annen, eller skriv hvorfor det ikke er mulig.",
                number=number,
                short=gender_name(short),
                of=of,
                minimum=minimum,
                rule=rule,
            )
    return None


def _of_seats(error: DomainError, names: Names) -> str | None:
    match error:
        case membership.OutsideTerm(person_id, from_on, to_on, term_from_on, term_to_on):
            return _(
                "Tiden til %(name)s (%(first)s – %(last)s) ligger ikke i perioden %(term_first)s – %(term_last)s, eller "
                "har ingen dager (R-262). Rett datoene.",
                name=named(names, person_id),
                first=long_date(from_on),
                last=long_date(last_day(to_on)) if to_on else _("uten slutt"),
                term_first=long_date(term_from_on),
                term_last=long_date(last_day(term_to_on)),
            )
        case membership.NoSuchSeat(seat, seats):
            return _("Utvalget har %(seats)s plasser, og ingen plass %(seat)s (R-262).", seat=seat, seats=seats)
        case membership.SeatTaken(first, second):
            return _(
                "Plass %(seat)s kan ikke ha to på samme dag (R-262): %(first)s (%(first_days)s) og %(second)s "
                "(%(second_days)s). Rett datoene til begge.",
                seat=first.seat,
                **_two(first, second, names),
            )
        case membership.InTwoSeats(first, second):
            return _(
                "%(first)s kan ikke ha plass %(seat)s og plass %(other)s på samme dag (R-262): %(first_days)s og "
                "%(second_days)s. Velg en annen.",
                seat=first.seat,
                other=second.seat,
                **_two(first, second, names),
            )
        case membership.SubstituteWithoutLeave(spell):
            return _(
                "%(name)s er settemedlem i plass %(seat)s %(days)s, men medlemmet har ikke fritak alle dagene (R-256). "
                "Et settemedlem sitter bare så lenge fritaket varer.",
                name=named(names, spell.person_id),
                seat=spell.seat,
                days=days_text(spell),
            )
        case membership.RankTaken(first, second):
            return _(
                "Varaplass %(rank)s på liste %(list)s kan ikke ha to på samme dag (R-262): %(first)s (%(first_days)s) og "
                "%(second)s (%(second_days)s). Rett datoene.",
                rank=first.rank,
                list=first.list_code or "–",
                **_two(first, second, names),
            )
        case membership.InTwoRanks(first, second):
            return _(
                "%(first)s kan ikke ha to varaplasser på samme dag (R-262): nummer %(rank)s (%(first_days)s) og nummer "
                "%(other)s (%(second_days)s). Velg en annen.",
                rank=first.rank,
                other=second.rank,
                **_two(first, second, names),
            )
        case membership.MemberAndDeputy(seat, deputy):
            return _(
                "%(name)s kan ikke være medlem (plass %(seat)s, %(days)s) og vara (nummer %(rank)s) på samme dag (R-262). "
                "Avslutt tiden som vara først.",
                name=named(names, seat.person_id),
                seat=seat.seat,
                days=days_text(seat),
                rank=deputy.rank,
            )
    return None


def _two(first: Spell, second: Spell, names: Names) -> dict[str, object]:
    return {
        "first": named(names, first.person_id),
        "second": named(names, second.person_id),
        "first_days": days_text(first),
        "second_days": days_text(second),
    }


def _of_others(error: DomainError, names: Names) -> str | None:
    match error:
        case membership.RoleTaken(role, first, second):
            return _(
                "Vervet «%(office)s» kan ikke ha to på samme dag (R-259): %(first)s (%(first_days)s) og %(second)s "
                "(%(second_days)s).",
                office=role_name(role),
                **_two(first, second, names),
            )
        case membership.InTwoRoles(first, second):
            return _(
                "%(first)s kan ikke være både leder og nestleder på samme dag (R-259): %(first_days)s og %(second_days)s.",
                **_two(first, second, names),
            )
        case membership.RoleWithoutSeat(spell):
            return _(
                "%(name)s kan ikke være %(office)s %(days)s uten å være medlem alle dagene (R-259). Velg et medlem.",
                name=named(names, spell.person_id),
                office=role_name(spell.role).lower(),
                days=days_text(spell),
            )
        case membership.LeavesOverlap(first, second):
            return _(
                "%(first)s har to fritak på samme dag (R-253): %(first_days)s og %(second_days)s. Rett eller forleng det "
                "første i stedet.",
                **_two(first, second, names),
            )
        case membership.LeaveWithoutOffice(spell):
            return _(
                "%(name)s har fritak %(days)s, men er ikke medlem eller vara alle dagene (R-253). Rett datoene.",
                name=named(names, spell.person_id),
                days=days_text(spell),
            )
        case membership.SuspensionsOverlap(first, second):
            return _(
                "%(first)s er suspendert to ganger på samme dag (R-261): %(first_days)s og %(second_days)s. Rett den "
                "første i stedet.",
                **_two(first, second, names),
            )
        case membership.SuspensionWithoutOffice(spell):
            return _(
                "%(name)s er suspendert %(days)s, men er ikke medlem eller vara alle dagene (R-261). Rett datoene.",
                name=named(names, spell.person_id),
                days=days_text(spell),
            )
        case sitting_council.NotInCouncil(person_id):
            return _(
                "%(name)s er verken medlem eller vara i utvalget den dagen (R-256). Kontroller personen og datoen.",
                name=named(names, person_id),
            )
        case succession.BeforeTheAct(on, constituted_on):
            return _(
                "%(day)s er før kommuneloven av 2018 gjaldt her, fra %(first)s (R-12). Det som skjedde før det, føres ikke "
                "her.",
                day=long_date(on),
                first=long_date(constituted_on),
            )
        case succession.SeatIsHeld(seat, person_id):
            return _(
                "Plass %(seat)s er ikke tom: %(name)s sitter der den dagen (R-262).",
                seat=seat,
                name=named(names, person_id),
            )
        case succession.OfficeIsHeld(role, person_id):
            return _(
                "Vervet «%(office)s» er ikke tomt: %(name)s har det den dagen (R-259).",
                office=role_name(role),
                name=named(names, person_id),
            )
    return None


def _of_record(error: DomainError, names: Names) -> str | None:
    match error:
        case recording.ChangedMeanwhile(spell):
            return _(
                "Noen andre har rettet det som er ført om %(name)s, etter at du åpnet siden (R-262). Åpne den på nytt og "
                "se hva som står nå.",
                name=named(names, spell.person_id),
            )
        case time_axes.UnknownVersion(replaces_id):
            return _("Føring nummer %(number)s finnes ikke og kan ikke rettes.", number=replaces_id)
        case time_axes.AlreadyReplaced(replaces_id):
            return _("Føring nummer %(number)s er alt rettet. Rett den nyeste i stedet.", number=replaces_id)
        case refusals.UnknownSpell(version_id):
            return _("Føring nummer %(number)s finnes ikke i dette utvalget.", number=version_id)
        case correcting.NothingCorrected():
            return _("Det nye er likt det som står (R-262). Endre noe, eller gå tilbake.")
        case correcting.AnothersSpell():
            return _(
                "En retting kan ikke bytte person, plass, liste eller verv (R-262). Si i stedet at føringen aldri var riktig."
            )
        case correcting.ReasonMissing():
            return _("Skriv hvorfor. Grunnen blir stående i hendelsesloggen (R-262).")
        case entry_book.BeganThatDay(spell, on):
            return _(
                "Tiden til %(name)s begynte %(day)s og kan ikke slutte før den dagen er over (R-262). Rett føringen i stedet.",
                name=named(names, spell.person_id),
                day=long_date(on),
            )
        case step_taking.NeverMovedOut(person_id, moved_out_on):
            return _(
                "Det er ikke ført at %(name)s flyttet ut %(day)s (R-252). Kontroller personen og plassen.",
                name=named(names, person_id),
                day=long_date(moved_out_on),
            )
    return None


def _of_changes(error: DomainError, names: Names) -> str | None:
    match error:
        case carrying_out.NotOnLeave(person_id, on):
            return _(
                "%(name)s har ikke fritak %(day)s (R-253): et fritak med sluttdato tar slutt av seg selv.",
                name=named(names, person_id),
                day=long_date(on),
            )
        case carrying_out.NotSuspended(person_id, on):
            return _(
                "%(name)s er ikke suspendert %(day)s (R-261), så det er ingenting som tar slutt.",
                name=named(names, person_id),
                day=long_date(on),
            )
        case carrying_out.NotSubstitute(person_id, seat, on):
            return _(
                "%(name)s er ikke settemedlem i plass %(seat)s %(day)s (R-256).",
                name=named(names, person_id),
                seat=seat,
                day=long_date(on),
            )
        case carrying_out.SuspendedAlready(person_id, on):
            return _("%(name)s er alt suspendert %(day)s (R-261).", name=named(names, person_id), day=long_date(on))
        case change_states.ChangeCannotMove(from_state, to_state):
            return _(
                "Saken er alt «%(from_state)s» og kan ikke bli «%(to_state)s». Kanskje en annen har behandlet den: se hva "
                "som står nå.",
                from_state=state_name(from_state).lower(),
                to_state=state_name(to_state).lower(),
            )
        case refusals.DayOutsideTerm(on, term_from_on, term_to_on):
            return _(
                "%(day)s er ikke en dag da dette utvalget sitter: %(first)s – %(last)s (R-262).",
                day=long_date(on),
                first=long_date(term_from_on),
                last=long_date(last_day(term_to_on)),
            )
        case refusals.ProposalOutdated(effective_on):
            return _(
                "Utvalget er endret siden forslaget ble laget, så loven sier noe annet for %(day)s nå (R-256). Trekk "
                "forslaget og lag et nytt.",
                day=long_date(effective_on),
            )
        case refusals.UnknownPerson(person_id):
            return _("Ingen person har nummer %(number)s. Registrer personen først.", number=person_id)
        case deciding.CaseNumberMissing(bodies):
            return _(
                "Skriv saksnummeret for vedtaket: %(bodies)s (R-262).",
                bodies=", ".join(decider_name(each) for each in bodies),
            )
    return None


def _of_answers(error: DomainError, names: Names) -> str | None:
    match error:
        case choices.NothingFollows(reasons, rules):
            return _(
                "Dette endrer ingenting i utvalget (%(rules)s). %(reasons)s",
                rules=", ".join(rules),
                reasons=" ".join(reason_text(each) for each in reasons),
            )
        case choices.AnswerMissing(steps, answers):
            return _(
                "Forslaget har %(steps)s trinn, men %(answers)s er besvart (R-256). Svar på alle.",
                steps=steps,
                answers=answers,
            )
        case choices.MustBeTaken(step, legal_basis, may_wait, rules):
            told = _(
                "«%(step)s» kan ikke utelates (%(rules)s, %(basis)s).",
                step=step_name(step),
                rules=", ".join(rules),
                basis=legal_basis,
            )
            wait = _("Er det ikke vedtatt ennå, velg at det venter.") if may_wait else _("Det følger av loven.")
            return f"{told} {wait}"
        case choices.NobodyNamed(step, rules):
            return _("Velg hvem «%(step)s» gjelder (%(rules)s).", step=step_name(step), rules=", ".join(rules))
        case choices.NotInTurn():
            return _(
                "%(name)s står ikke for tur til «%(step)s»: det gjør %(first)s (%(rules)s, %(basis)s). Velg %(first)s.",
                name=named(names, error.person_id),
                step=step_name(error.step),
                first=named(names, error.first_person_id),
                rules=", ".join(error.rules),
                basis=error.legal_basis,
            )
        case choices.ConsentMissing(person_id):
            return _(
                "%(name)s må ha samtykket i å ta plassen (R-212). Kryss av når samtykket foreligger.",
                name=named(names, person_id),
            )
        case choices.NamedAndOpen():
            return _(
                "Enten får den gruppen peker ut, plassen, eller så velger valgstyret (R-213). Velg ett av de to trinnene."
            )
    return None
