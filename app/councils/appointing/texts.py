"""Everything the appointment room's enumerations and findings are called, in plain words."""

from typing import assert_never

from flask_babel import gettext, ngettext

from app.core.formatting import number
from app.councils.domain.agreed_election import NominationFinding, Obstacle
from app.councils.domain.appointment_states import AppointmentState
from app.councils.domain.eligibility import Ineligibility, Ineligible, Position
from app.councils.domain.gender import Gender
from app.councils.domain.group_lists import Hindrance, ListFinding
from app.councils.domain.lawful_decision import Lack, Missing, Standing
from app.councils.domain.lots import LotRequired
from app.councils.domain.membership import Role
from app.councils.domain.nomination_kinds import NominationKind
from app.councils.domain.picking import Promotion
from app.councils.domain.proportional_election import Method, VotingForm
from app.councils.domain.seat_targets import AllocationBasis, LocalSeatMethod
from app.councils.domain.seats import DecidedBy
from app.councils.domain.several_districts import MultiDistrictCandidacy


def _(text: str, **facts: object) -> str:
    return str(gettext(text, **facts))


def state_text(state: AppointmentState) -> str:
    """How far the appointment has come."""
    match state:
        case AppointmentState.DRAFT:
            return _("Under forberedelse")
        case AppointmentState.DECIDED:
            return _("Vedtatt")
        case AppointmentState.DROPPED:
            return _("Skrinlagt")
        case _ as never:
            assert_never(never)


def gender_text(gender: Gender | None) -> str:
    """A person's sex."""
    if gender is None:
        return _("ikke registrert")
    return _("kvinne") if gender is Gender.FEMALE else _("mann")


def gender_plural(gender: Gender) -> str:
    """«kvinner», «menn»."""
    return _("kvinner") if gender is Gender.FEMALE else _("menn")


def counted(gender: Gender, count: int) -> str:
    """«1 kvinne», «3 menn»."""
    if gender is Gender.FEMALE:
        return str(ngettext("%(num)s kvinne", "%(num)s kvinner", count))
    return str(ngettext("%(num)s mann", "%(num)s menn", count))


def kind_text(kind: NominationKind) -> str:
    """What a name is put forward as."""
    return {
        NominationKind.MEMBER: _("medlem"),
        NominationKind.DEPUTY: _("varamedlem"),
        NominationKind.RESERVE: _("navn til overs"),
    }[kind]


def role_text(role: Role | str) -> str:
    """The office."""
    return {Role.CHAIR: _("leder"), Role.DEPUTY_CHAIR: _("nestleder")}[Role(role)]


def method_text(method: Method | None) -> str:
    """How members are elected."""
    if method is None:
        return _("ikke avgjort")
    return _("forholdsvalg") if method is Method.PROPORTIONAL else _("avtalevalg")


def voting_form_text(form: VotingForm | None) -> str:
    """How votes are given."""
    if form is None:
        return _("ikke valgt")
    return _("skriftlig") if form is VotingForm.WRITTEN else _("ved håndsopprekning")


def seat_method_text(method: LocalSeatMethod) -> str:
    """By which divisors."""
    return {
        LocalSeatMethod.MODIFIED_SAINTE_LAGUE: _("Sainte-Laguë (1,4 – 3 – 5)"),
        LocalSeatMethod.DHONDT: _("d’Hondt (1 – 2 – 3)"),
    }[method]


def basis_text(basis: AllocationBasis) -> str:
    """Which ballots."""
    return {
        AllocationBasis.ELECTION_DAY_ONLY: _("bare valgdagen"),
        AllocationBasis.WITH_ADVANCE_KEY: _("med forhåndsstemmer etter nøkkel"),
    }[basis]


def several_districts_text(setting: MultiDistrictCandidacy) -> str:
    """The municipality's setting."""
    return {
        MultiDistrictCandidacy.WARN: _("Si fra, men tillat"),
        MultiDistrictCandidacy.FORBID: _("Ikke tillat"),
        MultiDistrictCandidacy.ALLOW: _("Tillat"),
    }[setting]


def position_text(position: Position) -> str:
    """An excluded position (R-38)."""
    return {
        Position.COUNTY_GOVERNOR: _("statsforvalter"),
        Position.ASSISTANT_COUNTY_GOVERNOR: _("assisterende statsforvalter"),
        Position.MUNICIPAL_DIRECTOR: _("kommunedirektør"),
        Position.DEPUTY_MUNICIPAL_DIRECTOR: _("kommunedirektørens stedfortreder"),
        Position.BRANCH_HEAD: _("leder av forvaltningsgren, for eksempel kommunalsjef eller etatssjef"),
        Position.COUNCIL_SECRETARY: _("sekretær for kommunestyret"),
        Position.ACCOUNTANT: _("den som har ansvar for regnskapet"),
        Position.AUDITOR: _("den som reviderer for kommunen"),
        Position.CITY_GOVERNMENT_STAFF: _("ansatt i byrådets sekretariat med delegert myndighet"),
        Position.CONTROL_COMMITTEE_SECRETARIAT: _("sekretariatet for kontrollutvalget"),
    }[position]


def decided_by_text(decided_by: DecidedBy) -> str:
    """What decided a seat, where it was not the quotient alone."""
    return {
        DecidedBy.QUOTIENT: "",
        DecidedBy.MORE_VOTES: _("lik kvotient, flest stemmer"),
        DecidedBy.LOT: _("loddtrekning"),
        DecidedBy.ORDER_ONLY: _("lik kvotient, plass til begge"),
    }[decided_by]


def ineligibility_text(reason: Ineligibility) -> str:
    """Why a person cannot be elected."""
    match reason.reason:
        case Ineligible.NOT_RESIDENT:
            return _("er ikke folkeregistrert i kommunen")
        case Ineligible.NO_VOTING_RIGHT:
            return _("har ikke stemmerett ved kommunestyrevalg")
        case Ineligible.UNDER_VOTING_AGE:
            return _("har ikke nådd stemmerettsalder")
        case Ineligible.OTHER_DISTRICT:
            return _("bor i en annen bydel (%(about)s)", about=reason.about or _("ukjent"))
        case Ineligible.EXCLUDED_POSITION:
            return _("har en stilling som utelukker: %(about)s", about=position_text(Position(reason.about)))
        case Ineligible.CONTROL_COMMITTEE:
            return _("sitter i kontrollutvalget, og utvalget har beslutningsmyndighet")
        case Ineligible.CONTROL_COMMITTEE_PERHAPS:
            return _("sitter i kontrollutvalget, dersom bydelsutvalget har fått myndighet til å avgjøre saker")
        case Ineligible.LOCAL_INCOMPATIBILITY:
            return _("har et verv som kommunen ikke vil forene med dette: %(about)s", about=reason.about)
        case _ as never:
            assert_never(never)


def standing_text(standing: Standing) -> str:
    """What is not in order, with its facts and what to do."""
    match standing.finding:
        case NominationFinding():
            return obstacle_text(standing.finding)
        case ListFinding():
            return hindrance_text(standing.finding)
        case Missing():
            return lack_text(standing.finding)
        case _ as never:
            assert_never(never)


def obstacle_text(found: NominationFinding) -> str:
    """What stands in the way of an agreed election (R-229)."""
    facts = {"who": found.concerns, "number": found.number, "limit": found.limit}
    match found.obstacle:
        case Obstacle.METHOD_NOT_UNANIMOUS:
            return _("Bystyret var ikke enstemmig om å bruke avtalevalg. Da må det holdes forholdsvalg.")
        case Obstacle.NOMINATION_NOT_UNANIMOUS:
            return _(
                "Bystyret var ikke enstemmig om innstillingen. Endre den og stem på nytt, eller hold forholdsvalg."
            )
        case Obstacle.NOT_AS_MANY_NAMES_AS_SEATS:
            return _("Innstillingen har %(number)s medlemmer, men utvalget har %(limit)s plasser.", **facts)
        case Obstacle.GROUP_NOT_STATED:
            return _("%(who)s står uten parti eller gruppe.", **facts)
        case Obstacle.NAME_TWICE:
            return _("%(who)s står %(number)s ganger i innstillingen.", **facts)
        case Obstacle.DEPUTIES_WITHOUT_MEMBER:
            return _("%(who)s har varamedlemmer, men ingen medlemmer.", **facts)
        case Obstacle.TOO_MANY_DEPUTIES:
            return _(
                "%(who)s har %(number)s varamedlemmer, men kan høyst ha %(limit)s (to flere enn medlemmene).", **facts
            )
        case Obstacle.TOO_FEW_MEMBERS_OF_ONE_SEX:
            return _(
                "Det er %(people)s blant medlemmene, men det må være minst %(limit)s.",
                people=counted(Gender(found.concerns), found.number),
                limit=found.limit,
            )
        case Obstacle.TOO_FEW_DEPUTIES_OF_ONE_SEX:
            return _(
                "Det er %(people)s blant varamedlemmene, men det må være minst %(limit)s.",
                people=counted(Gender(found.concerns), found.number),
                limit=found.limit,
            )
        case _ as never:
            assert_never(never)


def hindrance_text(found: ListFinding) -> str:
    """What is wrong with a list (R-221, R-222)."""
    facts = {"list": found.list_code, "who": found.concerns, "number": found.number, "limit": found.limit}
    match found.hindrance:
        case Hindrance.NOT_DELIVERED:
            return _("Liste %(list)s er ikke levert før valget.", **facts)
        case Hindrance.NOT_SIGNED:
            return _("Liste %(list)s er ikke underskrevet av noe medlem av bystyret fra %(who)s.", **facts)
        case Hindrance.TOO_MANY_NAMES:
            return _("Liste %(list)s har %(number)s navn, men kan høyst ha %(limit)s.", **facts)
        case Hindrance.FEWER_NAMES_THAN_SEATS:
            return _(
                "Liste %(list)s har %(number)s navn, færre enn %(limit)s. Det kan likevel stemmes over den.", **facts
            )
        case Hindrance.NAME_TWICE:
            return _("%(who)s står %(number)s ganger på liste %(list)s.", **facts)
        case Hindrance.TOO_FEW_OF_ONE_SEX:
            return _(
                "Liste %(list)s har %(people)s av %(limit)s navn. Hvert kjønn må ha minst 40 prosent, eller "
                "begge kjønn når det er to eller tre plasser.",
                list=found.list_code,
                people=counted(Gender(found.concerns), found.number),
                limit=found.limit,
            )
        case Hindrance.CANDIDATE_OF_ANOTHER_GROUP:
            return _("%(who)s tilhører en annen gruppe enn dem liste %(list)s er for.", **facts)
        case Hindrance.GROUP_HAS_TWO_LISTS:
            return _("%(who)s står bak %(number)s lister, men kan bare ha én.", **facts)
        case _ as never:
            assert_never(never)


def lack_text(missing: Missing) -> str:
    """What else is not in order."""
    facts = {"who": missing.concerns, "number": missing.number, "limit": missing.limit}
    match missing.lack:
        case Lack.METHOD_NOT_SETTLED:
            return _("Det er ikke ført inn om noen krever forholdsvalg.")
        case Lack.NOT_VOTED_ON:
            return _("Det er ikke ført inn om bystyret var enstemmig, både om å bruke avtalevalg og om innstillingen.")
        case Lack.NO_LISTS:
            return _("Ingen lister er levert.")
        case Lack.NO_BALLOT:
            return _("Stemmene er ikke ført inn.")
        case Lack.VOTES_DO_NOT_ADD_UP:
            return _("Det er gitt %(number)s stemmer, men %(limit)s var til stede.", **facts)
        case Lack.MORE_PRESENT_THAN_MEMBERS:
            return _("%(number)s er ført som til stede, men bystyret har bare %(limit)s medlemmer.", **facts)
        case Lack.VOTING_FORM_NOT_CHOSEN:
            return _("Det er ikke ført inn hvordan det stemmes.")
        case Lack.VOTING_FORM_NOT_OPEN:
            return _("Før 1. juli 2023 kan det bare stemmes skriftlig.")
        case Lack.LOT_NOT_DRAWN:
            return _(
                "%(who)s har lik kvotient og like mange stemmer om plass %(number)s. Det må trekkes lodd.",
                who=joined(missing.concerns.split(", ")),
                number=missing.number,
            )
        case Lack.SEATS_NOT_FILLED:
            return _("Listene har navn nok til bare %(number)s av %(limit)s plasser.", **facts)
        case Lack.LIST_SHORT_OF_ONE_SEX:
            return _(
                "Liste %(who)s har ikke navn nok av det ene kjønnet til å oppfylle kravet. Listen må rettes, eller et "
                "unntak begrunnes.",
                **facts,
            )
        case Lack.ELECTED_TWICE:
            return _("%(who)s er valgt %(number)s ganger, fra flere lister.", **facts)
        case Lack.NO_OFFICER:
            return _("Det er ikke valgt %(role)s.", role=role_text(missing.concerns))
        case Lack.SECOND_VOTE_NOT_HELD:
            return _(
                "Ingen fikk flertall som %(role)s: flest var %(number)s, men %(limit)s trengs. Det må stemmes på nytt.",
                role=role_text(missing.concerns),
                number=missing.number,
                limit=missing.limit,
            )
        case Lack.OFFICER_LOT_NOT_DRAWN:
            return _(
                "Flere har %(number)s stemmer hver som %(role)s etter andre votering. Det må trekkes lodd.",
                role=role_text(missing.concerns),
                number=missing.number,
            )
        case Lack.OFFICER_NOT_MEMBER:
            return _("Den som er valgt til %(role)s, er ikke medlem av utvalget.", role=role_text(missing.concerns))
        case Lack.ONE_PERSON_IN_BOTH_OFFICES:
            return _("Samme person er valgt til både leder og nestleder.")
        case Lack.NOT_CONFIRMED:
            if missing.number > 1:
                return _(
                    "Det er ikke bekreftet at alle er valgbare; %(number)s av dem som er foreslått, gjenstår.", **facts
                )
            return _("Det er ikke bekreftet at %(who)s er valgbar.", **facts)
        case Lack.INELIGIBLE:
            return _(
                "%(who)s kan ikke velges: %(why)s.",
                who=missing.concerns,
                why=ineligibility_text(missing.reason) if missing.reason else "",
            )
        case Lack.SEVERAL_DISTRICTS:
            return _("%(who)s er foreslått i %(number)s bydeler.", **facts)
        case _ as never:
            assert_never(never)


def lot_text(required: LotRequired) -> str:
    """Between whom a lot must be drawn, and for which seat."""
    return _(
        "Plass %(seat)s: lodd mellom %(lists)s, som har %(votes)s stemmer hver.",
        seat=required.seat,
        lists=joined(required.lists),
        votes=number(required.list_votes),
    )


def promotion_text(step: Promotion) -> str:
    """One step of the balance, as a sentence."""
    return _(
        "Det var %(people)s, men det må være minst %(minimum)s: %(leaves)s (nr. %(from_place)s) viker for "
        "%(enters)s (nr. %(to_place)s).",
        people=counted(step.enters.gender, step.number),
        minimum=step.minimum,
        leaves=step.leaves.name,
        from_place=step.leaves.place,
        enters=step.enters.name,
        to_place=step.enters.place,
    )


def joined(words: tuple[str, ...] | list[str]) -> str:
    """«Ap, H og SV»."""
    if len(words) < 2:
        return "".join(words)
    return _("%(first)s og %(last)s", first=", ".join(words[:-1]), last=words[-1])


def chair_elected_text(name: str, held_round: int, votes: int, needed: int, *, by_lot: bool) -> str:
    """Who is elected to an office, in which round, with how many votes."""
    if by_lot:
        return _("%(name)s er valgt etter loddtrekning (%(votes)s stemmer i andre votering).", name=name, votes=votes)
    if held_round == 1:
        return _(
            "%(name)s er valgt i første votering med %(votes)s stemmer; %(needed)s trengtes.",
            name=name,
            votes=votes,
            needed=needed,
        )
    return _("%(name)s er valgt i andre votering med flest stemmer, %(votes)s.", name=name, votes=votes)


def second_vote_text(most: int, needed: int) -> str:
    """Nobody had more than half."""
    return _(
        "Ingen fikk mer enn halvparten: flest var %(most)s, %(needed)s trengtes. Stem på nytt; da vinner den med flest "
        "stemmer.",
        most=most,
        needed=needed,
    )


def chair_lot_text(names: list[str], votes: int) -> str:
    """A tie in the second round."""
    return _("%(names)s har %(votes)s stemmer hver. Trekk lodd mellom dem.", names=joined(names), votes=votes)
