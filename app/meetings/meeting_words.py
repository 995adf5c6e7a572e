"""Words for states, kinds and grounds of meetings, in the reader's language."""

from flask_babel import gettext as _

from app.meetings.domain.agenda import ItemKind
from app.meetings.domain.closing import ClosingBasis
from app.meetings.domain.disqualification import Ground
from app.meetings.domain.meeting_elections import Office
from app.meetings.domain.minutes_states import MinutesState
from app.meetings.domain.proposals import ProposalKind
from app.meetings.domain.states import ItemState, MeetingState
from app.meetings.domain.taking_part import Capacity


def meeting_state_name(state: MeetingState) -> str:
    """«Innkalt», «Pågår»."""
    return {
        MeetingState.PLANNED: _("Planlagt"),
        MeetingState.CALLED: _("Innkalt"),
        MeetingState.RUNNING: _("Pågår"),
        MeetingState.CLOSED: _("Hevet"),
        MeetingState.MINUTES_APPROVED: _("Protokollen er godkjent"),
        MeetingState.PUBLISHED: _("Protokollen er publisert"),
        MeetingState.MOVED: _("Flyttet"),
        MeetingState.CANCELLED: _("Avlyst"),
    }[state]


def item_state_name(state: ItemState) -> str:
    """«På sakslisten», «Behandlet»."""
    return {
        ItemState.DRAFT: _("Utkast"),
        ItemState.ON_AGENDA: _("På sakslisten"),
        ItemState.NUMBERED: _("Venter på behandling"),
        ItemState.HANDLED: _("Behandlet"),
        ItemState.POSTPONED: _("Utsatt"),
        ItemState.WITHDRAWN: _("Trukket"),
    }[state]


def minutes_state_name(state: MinutesState) -> str:
    """«Utkast», «Godkjent», «Publisert»."""
    return {
        MinutesState.DRAFT: _("Utkast"),
        MinutesState.APPROVED: _("Godkjent"),
        MinutesState.PUBLISHED: _("Publisert"),
    }[state]


def item_kind_name(kind: ItemKind) -> str:
    """«Sak til avgjørelse», «Orientering»."""
    return {
        ItemKind.OPENING: _("Åpning av møtet"),
        ItemKind.APPROVAL_OF_MINUTES: _("Godkjenning av protokoll"),
        ItemKind.DECISION: _("Sak til avgjørelse"),
        ItemKind.ELECTION: _("Valg"),
        ItemKind.STAFF_APPOINTMENT: _("Tilsetting"),
        ItemKind.INFORMATION: _("Orientering"),
        ItemKind.REFERRAL: _("Referat"),
        ItemKind.QUESTION: _("Spørsmål"),
        ItemKind.OTHER: _("Eventuelt"),
    }[kind]


def proposal_kind_name(kind: ProposalKind) -> str:
    """«Alternativt forslag», «Tilleggsforslag»."""
    return {
        ProposalKind.POSTPONEMENT: _("Utsettelsesforslag"),
        ProposalKind.PROCEDURE: _("Forslag til dagsorden"),
        ProposalKind.RECOMMENDATION: _("Innstilling"),
        ProposalKind.ALTERNATIVE: _("Alternativt forslag"),
        ProposalKind.AMENDING: _("Endringsforslag"),
        ProposalKind.ADDITIONAL: _("Tilleggsforslag"),
        ProposalKind.PASSED_ON: _("Oversendelsesforslag"),
    }[kind]


def ground_name(ground: Ground) -> str:
    """Why a member may be disqualified."""
    return {
        Ground.PARTY: _("Part i saken"),
        Ground.RELATED: _("I slekt med en part"),
        Ground.MARRIED: _("Gift, forlovet eller fosterforelder/-barn med en part"),
        Ground.COHABITANT: _("Samboer med en part"),
        Ground.STEP_RELATION: _("Steslekt av en part"),
        Ground.REPRESENTS_PARTY: _("Verge eller fullmektig for en part"),
        Ground.LEADS_ORGANISATION: _("Leder eller sitter i styret for en part"),
        Ground.SPECIAL_CIRCUMSTANCES: _("Særegne forhold som kan svekke tilliten"),
        Ground.PREPARED_AS_EMPLOYEE: _("Har forberedt saken som ansatt i kommunen"),
        Ground.DECIDED_BEFORE: _("Var med på vedtaket det klages over"),
        Ground.PERSONAL_REASONS: _("Ber seg fritatt av personlige grunner"),
    }[ground]


def closing_basis_name(basis: ClosingBasis) -> str:
    """Why the doors are closed."""
    return {
        ClosingBasis.EMPLOYEE: _("Skal lukkes: sak om en ansatts tjenstlige forhold"),
        ClosingBasis.SECRECY: _("Skal lukkes: opplysninger under lovbestemt taushetsplikt"),
        ClosingBasis.PRIVACY: _("Kan lukkes: hensynet til personvern krever det"),
        ClosingBasis.PUBLIC_INTERESTS: _("Kan lukkes: tungtveiende offentlige interesser tilsier det"),
    }[basis]


def office_name(office: Office) -> str:
    """What is elected by majority."""
    return {
        Office.CHAIR: _("Leder"),
        Office.DEPUTY_CHAIR: _("Nestleder"),
        Office.MEETING_LEADER: _("Møteleder"),
        Office.OTHER: _("Et annet verv"),
    }[office]


def capacity_name(capacity: Capacity) -> str:
    """In what capacity someone without a seat is there."""
    return {
        Capacity.MEMBER: _("Medlem"),
        Capacity.MAYOR: _("Ordfører"),
        Capacity.CHIEF_EXECUTIVE: _("Kommunedirektøren, eller den som møter for kommunedirektøren"),
        Capacity.CITY_GOVERNMENT_LEADER: _("Byrådsleder"),
        Capacity.EMPLOYEE_REPRESENTATIVE: _("Representant for de ansatte"),
        Capacity.OTHER: _("Annen, som er bedt om å orientere"),
    }[capacity]
