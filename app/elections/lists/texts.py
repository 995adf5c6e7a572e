"""List proposals in words: states, kinds, answers, differences, and every finding with what to do about it."""

from collections.abc import Callable
from datetime import datetime

from flask_babel import gettext as _
from flask_babel import ngettext

from app.core.formatting import moment
from app.elections.domain.list_changes import Change, Replacement, VersionCause
from app.elections.domain.list_findings import Check, Finding, Weight
from app.elections.domain.list_proposal import Answer, BoardStatement, Condition, ProposerKind, Reply, Scope, SignerRole
from app.elections.domain.list_proposal_states import ListProposalState


def state_text(state: str) -> str:
    """How far a proposal has come."""
    return {
        ListProposalState.DRAFT: _("Utkast"),
        ListProposalState.RECEIVED: _("Mottatt"),
        ListProposalState.DEFECTS_NOTIFIED: _("Mangler er meldt"),
        ListProposalState.CORRECTED: _("Rettet"),
        ListProposalState.APPROVED: _("Godkjent"),
        ListProposalState.REJECTED: _("Forkastet"),
        ListProposalState.WITHDRAWN: _("Trukket"),
    }[ListProposalState(state)]


def kind_text(kind: str) -> str:
    """Who puts a list up."""
    return {
        ProposerKind.REGISTERED_PARTY: _("Registrert parti med lokallag i kommunen"),
        ProposerKind.PARTY_WITHOUT_BRANCH: _("Registrert parti uten lokallag i kommunen"),
        ProposerKind.GROUP: _("Uregistrert gruppe"),
        ProposerKind.JOINT: _("Fellesliste"),
    }[ProposerKind(kind)]


def weight_text(weight: str) -> str:
    """Whose turn it is."""
    return {
        Weight.DEFECT: _("Mangel"),
        Weight.OFFICE: _("Kommunen gjør"),
        Weight.JUDGEMENT: _("Valgstyret vurderer"),
        Weight.NOTE: _("Til orientering"),
    }[Weight(weight)]


def condition_text(condition: str) -> str:
    """A condition of eligibility, as a statement that is true or not."""
    return {
        Condition.VOTING_RIGHT: _("Har stemmerett"),
        Condition.RESIDENT: _("Er bosatt der kandidaten må bo på valgdagen"),
        Condition.NO_EXCLUDED_POSITION: _("Har ingen stilling som utelukker fra valg"),
        Condition.NOT_IN_CONTROL_COMMITTEE: _("Er ikke medlem eller vara i kontrollutvalget"),
    }[Condition(condition)]


def answer_text(answer: str) -> str:
    """What has been found out about a condition."""
    return {
        Answer.UNKNOWN: _("ikke kontrollert"),
        Answer.FULFILLED: _("ja"),
        Answer.DECLARED: _("ikke ennå, erklæring er levert"),
        Answer.DECLARATION_MISSING: _("ikke ennå, erklæring mangler"),
        Answer.NOT_FULFILLED: _("nei"),
    }[Answer(answer)]


def statement_text(statement: str) -> str:
    """What the party's national board has stated."""
    return {
        BoardStatement.NONE: _("Ikke innhentet"),
        BoardStatement.FOR_THIS_LIST: _("Denne listen er partiets"),
        BoardStatement.AGAINST_THIS_LIST: _("Denne listen er ikke partiets"),
    }[BoardStatement(statement)]


def voters_in_text(scope: str) -> str:
    """Where a signer must have the right to vote."""
    return {Scope.DISTRICT: _("i bydelen"), Scope.MUNICIPALITY: _("i kommunen")}[Scope(scope)]


def reply_text(reply: str) -> str:
    """What a candidate has answered."""
    return {
        Reply.NONE: _("ikke svart"),
        Reply.ACCEPTED: _("stiller"),
        Reply.DECLINED: _("har takket nei"),
    }[Reply(reply)]


def role_text(role: str) -> str:
    """What a signer is named as."""
    return {
        SignerRole.SIGNER: _("underskriver"),
        SignerRole.REPRESENTATIVE: _("tillitsvalgt"),
        SignerRole.DEPUTY: _("varaperson"),
        SignerRole.COMMITTEE: _("tillitsutvalg"),
    }[SignerRole(role)]


def cause_text(cause: str) -> str:
    """Why a version was made."""
    return {
        VersionCause.RECEIVED: _("slik den kom inn"),
        VersionCause.TYPED_AGAIN: _("rettet innskriving"),
        VersionCause.CORRECTED: _("rettet av forslagsstillerne"),
        VersionCause.STRUCK: _("kandidat strøket"),
    }[VersionCause(cause)]


def change_text(change: str) -> str:
    """How a candidate differs from the version before."""
    return {
        Change.ADDED: _("ny"),
        Change.REMOVED: _("tatt av"),
        Change.MOVED: _("flyttet"),
        Change.TOLD_OTHERWISE: _("andre opplysninger"),
        Change.BONUS: _("stemmetillegg endret"),
    }[Change(change)]


def replacement_text(how: str) -> str:
    """What a list does with an empty place."""
    return {
        Replacement.FILL_PLACE: _("En ny kandidat tar den tomme plassen"),
        Replacement.MOVE_UP_AND_ADD: _("De andre rykker opp, og en ny kandidat settes nederst"),
        Replacement.MOVE_UP: _("De andre rykker opp, og ingen ny settes på"),
    }[Replacement(how)]


def finding_text(finding: Finding) -> str:
    """What was found and what to do about it, in the reader's language."""
    return _TEXTS[finding.check](dict(finding.facts))


Facts = dict[str, str | int]


def _given(what: str) -> str:
    return {"profession": _("yrke"), "residence": _("bosted"), "group": _("gruppe")}[what]


def _late(f: Facts) -> str:
    return _(
        "Listen kom %(received)s, %(by)s for sent (fristen var %(closes)s). Den skal avvises, om ikke valgstyret finner "
        "at en hindring utenfor avsenderens kontroll unnskylder det.",
        received=moment(datetime.fromisoformat(str(f["received_at"]))),
        by=ngettext("%(num)s sekund", "%(num)s sekunder", int(f["by"])),
        closes=moment(datetime.fromisoformat(str(f["closes_at"]))),
    )


def _not_registered_name(f: Facts) -> str:
    if f["nearest"]:
        return _(
            "«%(heading)s» er ikke partiets registrerte navn. Skriv «%(nearest)s», bokstav for bokstav.",
            heading=f["heading"],
            nearest=f["nearest"],
        )
    return _(
        "«%(heading)s» er ikke navnet på noe registrert parti. Skriv partiets navn slik det er registrert, eller velg "
        "en annen type forslagsstiller.",
        heading=f["heading"],
    )


def _condition_of(f: Facts) -> str:
    return condition_text(str(f["condition"])).lower()


_TEXTS: dict[Check, Callable[[Facts], str]] = {
    Check.LATE: _late,
    Check.SECOND_LIST: lambda f: _(
        "Partiet har alt en liste i %(district)s («%(heading)s»). Et parti kan stille én liste i hver bydel; partiet må "
        "trekke den ene. Er det uklart hvem som stiller for partiet, gjelder det partiets ledelse på landsplan uttaler.",
        **f,
    ),
    Check.NOT_THE_PARTYS: lambda f: _(
        "Partiets ledelse på landsplan har uttalt at listen ikke er partiets. Den kan ikke ha overskriften «%(heading)s».",
        **f,
    ),
    Check.HEADING_MISSING: lambda _f: _(
        "Overskriften mangler. Listen må si hvilket parti eller hvilken gruppe den er fra."
    ),
    Check.NOT_REGISTERED_NAME: _not_registered_name,
    Check.REGISTERED_NAME_TAKEN: lambda f: _(
        "«%(heading)s» er navnet på et registrert parti (%(party)s). En annen liste må ha en annen overskrift.", **f
    ),
    Check.LIKE_REGISTERED_NAME: lambda f: _(
        "«%(heading)s» ligner navnet på det registrerte partiet %(party)s. Valgstyret må vurdere om de kan forveksles.",
        **f,
    ),
    Check.SAME_HEADING: lambda f: _(
        "En annen liste i bydelen har samme overskrift («%(heading)s»). Én av dem må ha en annen.", **f
    ),
    Check.LIKE_OTHER_HEADING: lambda f: _(
        "Overskriften ligner en annen liste i bydelen («%(heading)s»). Valgstyret må vurdere om de kan forveksles.", **f
    ),
    Check.NAME_MISSING: lambda f: _("Fornavn eller etternavn mangler på plass %(places)s. Skriv begge.", **f),
    Check.BIRTH_YEAR_MISSING: lambda f: _("Fødselsår mangler på plass %(places)s.", **f),
    Check.PARTLY_GIVEN: lambda f: _(
        "%(what)s er oppgitt for noen, men mangler på plass %(places)s. Oppgi det for alle, eller ta det bort hos alle.",
        what=_given(str(f["what"])).capitalize(),
        places=f["places"],
    ),
    Check.NOT_TOLD_APART: lambda f: _(
        "To heter %(name)s (plass %(places)s). Oppgi yrke eller bosted som skiller dem.", **f
    ),
    Check.GROUP_NOT_JOINT: lambda f: _(
        "Gruppe er oppgitt på plass %(places)s. Det kan bare stå på en fellesliste; ta det bort.", **f
    ),
    Check.TOO_FEW_CANDIDATES: lambda f: _(
        "Listen har for få kandidater: %(number)s, og må ha minst %(fewest)s. Sett på flere.", **f
    ),
    Check.TOO_MANY_CANDIDATES: lambda f: _(
        "Listen har for mange kandidater: %(number)s, og kan ha høyst %(most)s når det skal velges %(seats)s. Ta av de "
        "siste.",
        **f,
    ),
    Check.GAP_IN_ORDER: lambda f: _(
        "Rekkefølgen har hull: ingen står på plass %(places)s. Plassene skal gå fra 1 og oppover uten hopp.", **f
    ),
    Check.PLACE_TWICE: lambda f: _("Flere står på samme plass (%(places)s). Gi hver kandidat sin plass.", **f),
    Check.LISTED_TWICE: lambda f: _("%(name)s står to ganger på listen (plass %(places)s). Ta bort den ene.", **f),
    Check.BONUS_NOT_FROM_TOP: lambda f: _(
        "Stemmetillegg er gitt på plass %(places)s. De som får det, skal stå samlet øverst, fra plass 1.", **f
    ),
    Check.BONUS_TOO_MANY: lambda f: _(
        "Stemmetillegg er gitt til %(number)s kandidater. Når det skal velges %(seats)s, kan høyst %(most)s få det.",
        **f,
    ),
    Check.BOARD_MEMBERS_MISSING: lambda f: ngettext(
        "Listen er underskrevet av %(num)s styremedlem i lokallaget og trenger %(needed)s, med stemmerett %(where)s.",
        "Listen er underskrevet av %(num)s styremedlemmer i lokallaget og trenger %(needed)s, med stemmerett %(where)s.",
        int(f["number"]),
        needed=f["needed"],
        where=voters_in_text(str(f.get("where", Scope.MUNICIPALITY.value))),
    ),
    Check.TOO_FEW_SIGNERS: lambda f: _(
        "Listen har %(number)s underskrifter som teller, og trenger %(needed)s fra stemmeberettigede i bydelen.", **f
    ),
    Check.SIGNERS_NOT_CHECKED: lambda f: _(
        "%(checked)s av %(needed)s nødvendige underskrifter er kontrollert i manntallet. Kontroller resten.", **f
    ),
    Check.SIGNERS_WITHOUT_RIGHT: lambda f: _(
        "Underskrift nr. %(places)s teller ikke: underskriveren har ikke stemmerett der det kreves.", **f
    ),
    Check.SIGNED_TWICE: lambda f: _("Underskrift nr. %(places)s er fra samme person og teller én gang.", **f),
    Check.SIGNED_SEVERAL: lambda f: _(
        "Underskriver nr. %(place)s har også underskrevet «%(heading)s» i samme bydel og må velge. Uten svar innen "
        "fristen teller underskriften for «%(first)s», som kom først.",
        **f,
    ),
    Check.SIGNED_SEVERAL_PERHAPS: lambda f: _(
        "Underskriver nr. %(place)s kan ha underskrevet «%(heading)s» også: samme navn, men fødselsdato mangler. Finn ut "
        "om det er samme person.",
        **f,
    ),
    Check.BIRTH_DATES_MISSING: lambda f: _("Fødselsdato mangler for kandidatene på plass %(places)s.", **f),
    Check.BIRTH_DATE_DIFFERS: lambda f: _(
        "%(name)s (plass %(position)s) er oppgitt med fødselsår %(year)s, men fødselsdatoen er fra et annet år.", **f
    ),
    Check.SIGNER_DETAILS_MISSING: lambda f: _(
        "Fødselsdato eller adresse mangler for underskriver nr. %(places)s.", **f
    ),
    Check.DECLARATION_MISSING: lambda f: _(
        "Erklæring mangler for plass %(places)s: «%(condition)s» er ikke oppfylt ennå, og kandidaten må erklære at det "
        "vil være det.",
        places=f["places"],
        condition=_condition_of(f),
    ),
    Check.NOT_ELIGIBLE: lambda f: _(
        "%(name)s (plass %(position)s) er ikke valgbar: «%(condition)s» er ikke oppfylt. Stryk kandidaten.",
        name=f["name"],
        position=f["position"],
        condition=_condition_of(f),
    ),
    Check.ELIGIBILITY_NOT_CHECKED: lambda f: _(
        "«%(condition)s» er ikke kontrollert for plass %(places)s.", condition=_condition_of(f), places=f["places"]
    ),
    Check.NO_REPRESENTATIVE: lambda _f: _(
        "Listen har ikke både tillitsvalgt og varaperson. Det må være to som kan svare for listen."
    ),
    Check.COMMITTEE_SHORT: lambda f: _("Tillitsutvalget har %(number)s av %(full)s medlemmer.", **f),
    Check.ON_SEVERAL_LISTS: lambda f: _(
        "%(name)s (plass %(position)s) står også på «%(heading)s» i samme bydel og må velge. Uten svar innen fristen blir "
        "kandidaten stående på «%(first)s», som kom først.",
        **f,
    ),
    Check.ON_SEVERAL_LISTS_PERHAPS: lambda f: _(
        "%(name)s (plass %(position)s) kan stå på «%(heading)s» også: samme navn, men fødselsår mangler. Finn ut om det "
        "er samme person.",
        **f,
    ),
    Check.IN_SEVERAL_DISTRICTS: lambda f: _(
        "%(name)s (plass %(position)s) står også på «%(heading)s» i %(district)s.", **f
    ),
    Check.NOT_TOLD: lambda f: _(
        "Kandidatene på plass %(places)s har ikke fått beskjed om at de er ført opp og kan takke nei.", **f
    ),
    Check.DECLINED: lambda f: _("%(name)s (plass %(position)s) har takket nei og må strykes.", **f),
    Check.CHANGED_WITHOUT_NEED: lambda f: _(
        "%(name)s: %(change)s, uten at noen mangel krevde det. Etter fristen kan bare det endres som må til.",
        name=f["name"],
        change=change_text(str(f["change"])),
    ),
}
