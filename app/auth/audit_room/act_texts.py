"""What each act of the audit trail is called. A house test holds the table to the events there are."""

from collections.abc import Mapping

from flask_babel import lazy_gettext as _l

ACTS: Mapping[str, object] = {
    # accounts
    "AccountCreated": _l("Konto opprettet"),
    "AccountDeactivated": _l("Konto stengt"),
    "PasswordSet": _l("Passord satt"),
    "RoleGranted": _l("Rolle gitt"),
    "RoleRevoked": _l("Rolle tatt fra"),
    "SignInRefused": _l("Innlogging avvist"),
    "SignedIn": _l("Logget inn"),
    "SignedOut": _l("Logget ut overalt"),
    "AuditTrailExported": _l("Revisjonssporet hentet ut"),
    # places
    "AddressesReplaced": _l("Adresser lest inn"),
    "BoundariesImported": _l("Grenser lest inn"),
    "MunicipalityAdded": _l("Kommune lagt til"),
    "PollingDistrictsImported": _l("Stemmekretser lest inn"),
    # councils and their members
    "ChangeDecided": _l("Endring i medlemskap vedtatt"),
    "ChangeProposed": _l("Endring i medlemskap foreslått"),
    "ChangeWithdrawn": _l("Endring i medlemskap trukket"),
    "CouncilAbolished": _l("Utvalg nedlagt"),
    "CouncilSetUp": _l("Utvalg opprettet"),
    "CouncilTermOpened": _l("Utvalgets valgperiode åpnet"),
    "CouncilTookOffice": _l("Utvalg tiltrådt"),
    "EligibilityConfirmed": _l("Valgbarhet bekreftet"),
    "MembershipWrittenDown": _l("Medlemskap ført"),
    "PersonCorrected": _l("Person rettet"),
    "PersonRegistered": _l("Person ført"),
    "PersonsRegistered": _l("Personer ført"),
    "SpellAdded": _l("Glemt periode på en plass lagt til"),
    "SpellsCorrected": _l("Perioder på en plass rettet"),
    "TermOpened": _l("Valgperiode åpnet"),
    # appointment
    "AllocationBasisChosen": _l("Grunnlag for fordelingen valgt"),
    "AppointmentCreated": _l("Oppnevning begynt"),
    "AppointmentDecided": _l("Oppnevning vedtatt"),
    "AppointmentDropped": _l("Oppnevning lagt bort"),
    "AppointmentGroupsSet": _l("Grupper i kommunestyret ført"),
    "AppointmentMethodRecorded": _l("Valgmåte i oppnevningen ført"),
    "CouncilBallotRecorded": _l("Stemmer i kommunestyret ført"),
    "CouncilLotDrawn": _l("Loddtrekning i oppnevningen ført"),
    "DistrictBallotsSet": _l("Stemmer i bydelen ført"),
    "GroupListChanged": _l("Gruppens liste endret"),
    "NominationChanged": _l("Forslag til medlemmer endret"),
    "OfficerVoteRecorded": _l("Valg av leder eller nestleder ført"),
    "SeatsSet": _l("Plasser fastsatt"),
    "TargetLotDrawn": _l("Loddtrekning om plassfordelingen ført"),
    # elections: set-up and calendar
    "CalendarDaySet": _l("Dag satt i kalenderen"),
    "DeadlineTicked": _l("Frist merket som gjort"),
    "DeadlineUnticked": _l("Merke ved frist tatt bort"),
    "ElectionMoved": _l("Valget gått videre"),
    "ElectionPlanned": _l("Valg lagt opp"),
    "ElectionReplanned": _l("Oppsettet av valget endret"),
    "ElectionSetUp": _l("Valg lest inn"),
    "SettingsChanged": _l("Innstillinger endret"),
    # list proposals
    "CandidateReplied": _l("Svar fra kandidat ført"),
    "CandidateStruck": _l("Kandidat strøket"),
    "CandidatesTold": _l("Kandidater gitt beskjed"),
    "EligibilityAnswered": _l("Valgbarhet på listen besvart"),
    "ListAttachmentKept": _l("Vedlegg til listeforslag lagret"),
    "ListCandidatesChanged": _l("Kandidater på listeforslag endret"),
    "ListCorrected": _l("Rettet listeforslag mottatt"),
    "ListDefectsNotified": _l("Mangler ved listeforslag meldt"),
    "ListHeadingChanged": _l("Overskrift på listeforslag endret"),
    "ListProposalBegun": _l("Listeforslag begynt"),
    "ListProposalDecided": _l("Listeforslag avgjort"),
    "ListProposalDiscarded": _l("Utkast til listeforslag kastet"),
    "ListProposalReceived": _l("Listeforslag mottatt"),
    "ListSignersChanged": _l("Underskrifter på listeforslag endret"),
    "ListWithdrawalReceived": _l("Tilbaketrekking av listeforslag mottatt"),
    "ListWithdrawalRefused": _l("Tilbaketrekking av listeforslag avslått"),
    "ListsAnnounced": _l("Lister kunngjort"),
    "SignersForgotten": _l("Underskrifter slettet"),
    # counts, settlement, validity
    "BallotsImported": _l("Stemmesedler lest inn"),
    "CountsImported": _l("Opptellinger lest inn"),
    "EligibilityFound": _l("Opplysning om valgbarhet ført før oppgjøret"),
    "LotRecorded": _l("Loddtrekning i valgstyret ført"),
    "MajorityBatchRegistered": _l("Bunke i flertallsvalg registrert"),
    "MajorityBatchTyped": _l("Bunke i flertallsvalg skrevet"),
    "MajorityNameRuled": _l("Navn på stemmesedler avgjort"),
    "MajoritySettlementMade": _l("Oppgjør av flertallsvalg foreslått"),
    "SettlementAnnulled": _l("Valgoppgjør opphevet"),
    "SettlementDecided": _l("Valgoppgjør vedtatt"),
    "SettlementMade": _l("Valgoppgjør gjort"),
    "TrialSettlementMade": _l("Prøveoppgjør gjort"),
    "ValidityDecided": _l("Gyldighet avgjort"),
}


def act_text(act: str) -> str:
    """What the act is called, for people."""
    return str(ACTS.get(act, act))
