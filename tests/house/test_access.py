"""Who may open what: one table of every address and role, walked with real requests."""

from contextlib import closing

import pytest
from flask import Flask

from app.auth.domain.roles import ROLES, Role
from app.core.access import UnmarkedView, access_of, refuse_unmarked_views
from tests.browser import Browser
from tests.conftest import SignIn

EVERYONE = 200
NOT_THERE = 404
READING = {"GET", "HEAD", "OPTIONS"}

KEEPERS_FIND_NOTHING = dict.fromkeys(Role, 403) | dict.fromkeys(
    (Role.COUNCIL_SECRETARY, Role.APPOINTMENT_OFFICER), NOT_THERE
)
READERS_FIND_NOTHING = KEEPERS_FIND_NOTHING | {Role.AUDITOR: NOT_THERE}
FORBIDDEN = dict.fromkeys(Role, 403)
RECEIVER_FINDS_NOTHING = FORBIDDEN | {Role.ELECTION_OFFICER: NOT_THERE}
BOARD_FINDS_NOTHING = FORBIDDEN | {Role.ELECTORAL_BOARD: NOT_THERE}
OFFICER_FINDS_NOTHING = FORBIDDEN | {Role.APPOINTMENT_OFFICER: NOT_THERE}
OFFICER_AND_AUDITOR_FIND_NOTHING = OFFICER_FINDS_NOTHING | {Role.AUDITOR: NOT_THERE}
SEE_ELECTIONS = (Role.ELECTION_OFFICER, Role.ELECTORAL_BOARD, Role.AUDITOR)
SEERS_FIND_NOTHING = FORBIDDEN | dict.fromkeys(SEE_ELECTIONS, NOT_THERE)
SEE_COUNTS = (*SEE_ELECTIONS, Role.COUNT_CLERK)
COUNTERS_FIND_NOTHING = FORBIDDEN | dict.fromkeys(SEE_COUNTS, NOT_THERE)
CLERK_FINDS_NOTHING = FORBIDDEN | {Role.COUNT_CLERK: NOT_THERE}
ELECTION_OFFICER_FINDS_NOTHING = FORBIDDEN | {Role.ELECTION_OFFICER: NOT_THERE}
SEE_COUNTS = (Role.COUNT_CLERK, *SEE_ELECTIONS)
COUNT_SEERS_FIND_NOTHING = FORBIDDEN | dict.fromkeys(SEE_COUNTS, NOT_THERE)
CLERK_FINDS_NOTHING = FORBIDDEN | {Role.COUNT_CLERK: NOT_THERE}
READ_THE_TRAIL = FORBIDDEN | {Role.ADMINISTRATOR: 200, Role.AUDITOR: 200}

SEE_MEETINGS = FORBIDDEN | dict.fromkeys((Role.COUNCIL_SECRETARY, Role.AUDITOR), 200)
SECRETARY_FINDS_NOTHING = FORBIDDEN | {Role.COUNCIL_SECRETARY: NOT_THERE}
MEETING_READERS_FIND_NOTHING = SECRETARY_FINDS_NOTHING | {Role.AUDITOR: NOT_THERE}

# endpoint: (address, what a visitor gets, what each role gets); a name alone means the role gets what is written last
PAGES: dict[str, tuple[str, int, dict[Role, int]]] = {
    "site.front": ("/", EVERYONE, {}),
    "site.elections": ("/valg", EVERYONE, {}),
    "site.election": ("/valg/2031", NOT_THERE, {}),
    "site.contest": ("/valg/2031/fana", NOT_THERE, {}),
    "site.explanation": ("/valg/2031/fana/forklaring", NOT_THERE, {}),
    "site.record_pdf": ("/valg/2031/fana/protokoll-nb.pdf", NOT_THERE, {}),
    "site.calendar": ("/valg/2031/kalender", NOT_THERE, {}),
    "site.calendar_ics": ("/valg/2031/kalender.ics", NOT_THERE, {}),
    "site.calendar_ics_nn": ("/valg/2031/kalender-nn.ics", NOT_THERE, {}),
    "calendar_links.subscribed": ("/kalender/abonnement/1-ingen.ics", NOT_THERE, {}),
    "site.check": ("/valg/2031/kontroll", NOT_THERE, {}),
    "site.bundle": ("/valg/2031/kontrollpakke.zip", NOT_THERE, {}),
    "public_minutes.show": ("/moter/2031-01-01-fana/protokoll", NOT_THERE, {}),
    "public_minutes.document": ("/moter/2031-01-01-fana/protokoll.pdf", NOT_THERE, {}),
    "attendance.show": ("/admin/moter/oppmote", 302, FORBIDDEN | {Role.COUNCIL_SECRETARY: 200}),
    "attendance.csv_file": ("/admin/moter/oppmote/oppmote.csv", 302, FORBIDDEN | {Role.COUNCIL_SECRETARY: 400}),
    "attendance.pdf_file": ("/admin/moter/oppmote/oppmote.pdf", 302, FORBIDDEN | {Role.COUNCIL_SECRETARY: 400}),
    "practice_meeting.show": ("/admin/moter/ovelse/nb", 302, FORBIDDEN | {Role.COUNCIL_SECRETARY: 200}),
    "live.show": ("/admin/moter/2031-01-01-fana/referat", 302, SECRETARY_FINDS_NOTHING),
    "live.record_act": ("/admin/moter/2031-01-01-fana/referat/hev", 405, {}),
    "live.undo": ("/admin/moter/2031-01-01-fana/referat/angre", 405, {}),
    "minutes.show": ("/admin/moter/2031-01-01-fana/protokoll", 302, MEETING_READERS_FIND_NOTHING),
    "minutes.document": ("/admin/moter/2031-01-01-fana/protokoll/full.pdf", 302, MEETING_READERS_FIND_NOTHING),
    "minutes.extract": ("/admin/moter/2031-01-01-fana/protokoll/sak/1.pdf", 302, MEETING_READERS_FIND_NOTHING),
    "minutes.frame": ("/admin/moter/2031-01-01-fana/protokoll/ramme", 405, {}),
    "minutes.by_signatures": ("/admin/moter/2031-01-01-fana/protokoll/underskrifter", 405, {}),
    "minutes.in_meeting": ("/admin/moter/2031-01-01-fana/protokoll/i-mote", 405, {}),
    "minutes.publish": ("/admin/moter/2031-01-01-fana/protokoll/publiser", 405, {}),
    "minutes.noted": ("/admin/moter/2031-01-01-fana/protokoll/merknad", 405, {}),
    "districts.address": ("/adresse?q=storgata+1", EVERYONE, {}),
    "public_records.record": ("/valg/2031/fana/protokoll", NOT_THERE, {}),
    "public_records.paper": ("/papirkontroll", EVERYONE, {}),
    "public_lists.overview": ("/valg/2031/lister", NOT_THERE, {}),
    "public_lists.district": ("/valg/2031/fana/lister", NOT_THERE, {}),
    "public_lists.document": ("/valg/2031/lister-nb.pdf", NOT_THERE, {}),
    "districts.overview": ("/bydeler", EVERYONE, {}),
    "districts.council": ("/bydeler/nordpolen", NOT_THERE, {}),
    "districts.members_pdf": ("/bydeler/nordpolen/medlemmer.pdf", NOT_THERE, {}),
    "districts.members_csv": ("/bydeler/nordpolen/medlemmer.csv", NOT_THERE, {}),
    "districts.all_members_pdf": ("/bydeler/medlemmer.pdf", NOT_THERE, {}),
    "districts.all_members_csv": ("/bydeler/medlemmer.csv", NOT_THERE, {}),
    "districts.person": ("/personer/1-ingen", NOT_THERE, {}),
    "public_meetings.overview": ("/moter", EVERYONE, {}),
    "public_meetings.year": ("/moter/2031", EVERYONE, {}),
    "public_meetings.council": ("/bydeler/nordpolen/moter", NOT_THERE, {}),
    "public_meetings.meeting": ("/moter/2031-03-11-fana", NOT_THERE, {}),
    "public_meetings.summons": ("/moter/2031-03-11-fana/innkalling-nb.pdf", NOT_THERE, {}),
    "public_meetings.paper": ("/moter/2031-03-11-fana/vedlegg/1", NOT_THERE, {}),
    "public_meetings.calendar": ("/moter.ics", EVERYONE, {}),
    "public_meetings.feed": ("/moter.atom", EVERYONE, {}),
    "answers.summons": ("/innkalling/ingen", NOT_THERE, {}),
    "answers.answer_summons": ("/innkalling/ingen", NOT_THERE, {}),
    "answers.deputy": ("/varamedlem/ingen", NOT_THERE, {}),
    "answers.answer_deputy": ("/varamedlem/ingen", NOT_THERE, {}),
    "meetings.plan": ("/admin/moter", 302, SEE_MEETINGS),
    "meetings.plan_more": ("/admin/moter", 302, SEE_MEETINGS),
    "meetings.rules": ("/admin/moter/utvalg/nordpolen", 302, SECRETARY_FINDS_NOTHING),
    "meetings.add_recipient": ("/admin/moter/utvalg/nordpolen/mottaker", 405, {}),
    "meetings.remove_recipient": ("/admin/moter/utvalg/nordpolen/mottaker/1/fjern", 405, {}),
    "meetings.frame": ("/admin/moter/2031-03-11-fana/ramme", 302, SECRETARY_FINDS_NOTHING),
    "meetings.move": ("/admin/moter/2031-03-11-fana/flytt", 405, {}),
    "meetings.cancel": ("/admin/moter/2031-03-11-fana/avlys", 405, {}),
    "agenda.show": ("/admin/moter/2031-03-11-fana", 302, MEETING_READERS_FIND_NOTHING),
    "agenda.create": ("/admin/moter/2031-03-11-fana/ny-sak", 302, SECRETARY_FINDS_NOTHING),
    "agenda.usual": ("/admin/moter/2031-03-11-fana/faste-saker", 405, {}),
    "agenda.order": ("/admin/moter/2031-03-11-fana/rekkefolge", 405, {}),
    "agenda.state": ("/admin/moter/2031-03-11-fana/sak/i1/tilstand", 405, {}),
    "agenda_item.item": ("/admin/moter/2031-03-11-fana/sak/i1", 302, MEETING_READERS_FIND_NOTHING),
    "agenda_item.heading": ("/admin/moter/2031-03-11-fana/sak/i1/rediger", 302, SECRETARY_FINDS_NOTHING),
    "agenda_item.case_text": ("/admin/moter/2031-03-11-fana/sak/i1/tekst", 302, SECRETARY_FINDS_NOTHING),
    "agenda_item.add_paper": ("/admin/moter/2031-03-11-fana/sak/i1/vedlegg", 405, {}),
    "agenda_item.remove_paper": ("/admin/moter/2031-03-11-fana/sak/i1/vedlegg/1/fjern", 405, {}),
    "agenda_item.paper": ("/admin/moter/2031-03-11-fana/sak/i1/vedlegg/1", 302, MEETING_READERS_FIND_NOTHING),
    "agenda_item.demand": ("/admin/moter/2031-03-11-fana/sak/i1/krav", 405, {}),
    "calling.show": ("/admin/moter/2031-03-11-fana/innkalling", 302, MEETING_READERS_FIND_NOTHING),
    "calling.call": ("/admin/moter/2031-03-11-fana/innkalling", 302, MEETING_READERS_FIND_NOTHING),
    "calling.send_again": ("/admin/moter/2031-03-11-fana/innkalling/send", 405, {}),
    "calling.letters": ("/admin/moter/2031-03-11-fana/innkalling/e-post.zip", 302, SECRETARY_FINDS_NOTHING),
    "calling.document": ("/admin/moter/2031-03-11-fana/innkalling-full-nb.pdf", 302, MEETING_READERS_FIND_NOTHING),
    "calling.absences": ("/admin/moter/2031-03-11-fana/forfall", 302, MEETING_READERS_FIND_NOTHING),
    "calling.report": ("/admin/moter/2031-03-11-fana/forfall", 302, MEETING_READERS_FIND_NOTHING),
    "calling.withdraw": ("/admin/moter/2031-03-11-fana/forfall/trekk", 405, {}),
    "calling.ask": ("/admin/moter/2031-03-11-fana/forfall/spor", 405, {}),
    "calling.deputy_answer": ("/admin/moter/2031-03-11-fana/forfall/svar", 405, {}),
    "languages.choose": ("/sprak/nn", 302, {}),
    "static": ("/static/css/verv.css", EVERYONE, {}),
    "auth.sign_in": ("/logg-inn", EVERYONE, dict.fromkeys(Role, 302)),
    "auth.sign_out": ("/logg-ut", 405, {}),
    "audit.end": ("/revisjonsspor", EVERYONE, {}),
    "audit.trail": ("/admin/revisjon", 302, READ_THE_TRAIL),
    "audit.export": ("/admin/revisjon/sporet.jsonl", 405, {}),
    "audit.check": ("/admin/revisjon/kontroll", 302, READ_THE_TRAIL),
    "auth.my_account": ("/admin/meg", 302, dict.fromkeys(Role, 200)),
    "admin.desk": ("/admin", 302, dict.fromkeys(Role, 200)),
    "councils.overview": (
        "/admin/bydeler",
        302,
        FORBIDDEN | dict.fromkeys((Role.COUNCIL_SECRETARY, Role.APPOINTMENT_OFFICER, Role.AUDITOR), 200),
    ),
    "elections.overview": ("/admin/valg", 302, FORBIDDEN | dict.fromkeys(SEE_ELECTIONS, 200)),
    "elections.create": ("/admin/valg/nytt", 302, FORBIDDEN | {Role.ELECTION_OFFICER: 200}),
    "elections.show": ("/admin/valg/2031", 302, SEERS_FIND_NOTHING),
    "elections.edit": ("/admin/valg/2031/oppsett", 302, ELECTION_OFFICER_FINDS_NOTHING),
    "elections.settings": ("/admin/valg/2031/innstillinger", 302, ELECTION_OFFICER_FINDS_NOTHING),
    "elections.hand_over": ("/admin/valg/2031/setup.json", 302, SEERS_FIND_NOTHING),
    "elections.open_lists": ("/admin/valg/2031/apne", 405, {}),
    "calendar.show": ("/admin/valg/2031/kalender", 302, SEERS_FIND_NOTHING),
    "calendar.feed": ("/admin/valg/2031/kalender.ics", 302, SEERS_FIND_NOTHING),
    "calendar.done": ("/admin/valg/2031/kalender/lists_decided/gjort", 405, {}),
    "calendar.not_done": ("/admin/valg/2031/kalender/lists_decided/angre", 405, {}),
    "calendar.day": ("/admin/valg/2031/kalender/candidate_refusal/dag", 405, {}),
    "settling.overview": ("/admin/valg/2031/oppgjor", 302, SEERS_FIND_NOTHING),
    "settling.contest": ("/admin/valg/2031/oppgjor/fana", 302, SEERS_FIND_NOTHING),
    "majority_typing.overview": ("/admin/flertallsvalg", 302, FORBIDDEN | {Role.COUNT_CLERK: 200}),
    "majority_typing.batches": ("/admin/flertallsvalg/2031/fana", 302, CLERK_FINDS_NOTHING),
    "majority_typing.typing": ("/admin/flertallsvalg/2031/fana/1", 302, CLERK_FINDS_NOTHING),
    "majority.room": ("/admin/valg/2031/flertallsvalg/fana", 302, SEERS_FIND_NOTHING),
    "majority.ruling": ("/admin/valg/2031/flertallsvalg/fana/navn", 405, {}),
    "majority.trial": ("/admin/valg/2031/flertallsvalg/fana/prove", 405, {}),
    "majority.lot": ("/admin/valg/2031/flertallsvalg/fana/lodd", 405, {}),
    "majority.lot_slips": ("/admin/valg/2031/flertallsvalg/fana/lodd-nb.pdf", 302, SEERS_FIND_NOTHING),
    "majority.put_forward": ("/admin/valg/2031/flertallsvalg/fana/foresla", 405, {}),
    "majority.settlement": ("/admin/valg/2031/flertallsvalg/fana/1", 302, SEERS_FIND_NOTHING),
    "majority.decision": ("/admin/valg/2031/flertallsvalg/fana/1/vedtak", 405, {}),
    "majority.annulment": ("/admin/valg/2031/flertallsvalg/fana/1/opphev", 405, {}),
    "settling.trial": ("/admin/valg/2031/oppgjor/fana/prove", 405, {}),
    "settling.lot": ("/admin/valg/2031/oppgjor/fana/lodd", 405, {}),
    "settling.lot_slips": ("/admin/valg/2031/oppgjor/fana/lodd-nb.pdf", 302, SEERS_FIND_NOTHING),
    "settling.put_forward": ("/admin/valg/2031/oppgjor/fana/foresla", 405, {}),
    "settling.settlement": ("/admin/valg/2031/oppgjor/fana/1", 302, SEERS_FIND_NOTHING),
    "settling.decision": ("/admin/valg/2031/oppgjor/fana/1/vedtak", 405, {}),
    "settling.annulment": ("/admin/valg/2031/oppgjor/fana/1/opphev", 405, {}),
    "settling_eligibility.findings": ("/admin/valg/2031/oppgjor/fana/valgbarhet", 302, SEERS_FIND_NOTHING),
    "calendar.shift": ("/admin/valg/2031/kalender/party_registration/flytting", 405, {}),
    "calendar.postpone": ("/admin/valg/2031/kalender/utsettelse", 405, {}),
    "calendar.make_link": ("/admin/valg/2031/kalender/lenke", 405, {}),
    "calendar.revoke_link": ("/admin/valg/2031/kalender/lenke/trekk", 405, {}),
    "validity.decide": (
        "/admin/valg/2031/gyldighet",
        302,
        dict.fromkeys(Role, 403) | {Role.ELECTORAL_BOARD: NOT_THERE},
    ),
    "validity.set_up_councils": (
        "/admin/valg/2031/gyldighet/utvalg",
        302,
        dict.fromkeys(Role, 403) | {Role.ELECTORAL_BOARD: NOT_THERE},
    ),
    "complaints.overview": ("/admin/valg/2031/klager", 302, SEERS_FIND_NOTHING),
    "complaints.register": ("/admin/valg/2031/klager/ny", 302, ELECTION_OFFICER_FINDS_NOTHING),
    "complaints.show": ("/admin/valg/2031/klager/fana/1", 302, SEERS_FIND_NOTHING),
    "complaints.forward": ("/admin/valg/2031/klager/fana/1/send", 405, {}),
    "complaints.decide": ("/admin/valg/2031/klager/fana/1/avgjor", 405, {}),
    "records.overview": ("/admin/valg/2031/protokoller", 302, SEERS_FIND_NOTHING),
    "records.issue": ("/admin/valg/2031/protokoller/fana/utsted", 405, {}),
    "records.draft": ("/admin/valg/2031/protokoller/fana/utkast-nb.pdf", 302, SEERS_FIND_NOTHING),
    "records.units": ("/admin/valg/2031/protokoller/fana/kretser-nb.pdf", 302, SEERS_FIND_NOTHING),
    "records.letters": ("/admin/valg/2031/protokoller/fana/brev-nb-nn.pdf", 302, SEERS_FIND_NOTHING),
    "records.letter_texts": ("/admin/valg/2031/protokoller/fana/brev-nb.txt", 302, SEERS_FIND_NOTHING),
    "records.archive": ("/admin/valg/2031/protokoller/arkiv.zip", 302, SEERS_FIND_NOTHING),
    "ballot_papers.overview": ("/admin/valg/2031/stemmesedler", 302, SEERS_FIND_NOTHING),
    "ballot_papers.paper": ("/admin/valg/2031/stemmesedler/fana/blank.pdf", 302, SEERS_FIND_NOTHING),
    "ballot_papers.everything": ("/admin/valg/2031/stemmesedler.zip", 302, SEERS_FIND_NOTHING),
    "councils.council": ("/admin/bydeler/fana", 302, READERS_FIND_NOTHING),
    "councils.seat": ("/admin/bydeler/fana/plass/1", 302, READERS_FIND_NOTHING),
    "councils.new_change": ("/admin/bydeler/fana/endringer/ny", 302, KEEPERS_FIND_NOTHING),
    "councils.propose": ("/admin/bydeler/fana/endringer/ny/died", 302, KEEPERS_FIND_NOTHING),
    "councils.change": ("/admin/bydeler/fana/endringer/1", 302, READERS_FIND_NOTHING),
    "councils.withdraw": ("/admin/bydeler/fana/endringer/1/trekk", 302, KEEPERS_FIND_NOTHING),
    "councils.correct": ("/admin/bydeler/fana/rett/seat/1", 302, KEEPERS_FIND_NOTHING),
    "councils.abolish": ("/admin/bydeler/fana/legg-ned", 302, KEEPERS_FIND_NOTHING),
    "councils.missing": ("/admin/bydeler/fana/mangler", 302, KEEPERS_FIND_NOTHING),
    "councils.add": ("/admin/bydeler/fana/mangler/seat", 302, KEEPERS_FIND_NOTHING),
    "councils.person": ("/admin/bydeler/personer/1", 302, READERS_FIND_NOTHING),
    "councils.edit_person": ("/admin/bydeler/personer/1/rett", 302, KEEPERS_FIND_NOTHING),
    "councils.new_person": (
        "/admin/bydeler/personer/ny",
        302,
        dict.fromkeys(Role, 403) | dict.fromkeys((Role.COUNCIL_SECRETARY, Role.APPOINTMENT_OFFICER), 200),
    ),
    "appointments.overview": (
        "/admin/bydeler/oppnevning",
        302,
        FORBIDDEN | {Role.APPOINTMENT_OFFICER: 200, Role.AUDITOR: 200},
    ),
    "appointments.create": ("/admin/bydeler/oppnevning/ny", 302, FORBIDDEN | {Role.APPOINTMENT_OFFICER: 200}),
    "appointments.show": ("/admin/bydeler/oppnevning/1", 302, OFFICER_AND_AUDITOR_FIND_NOTHING),
    "appointments.groups": ("/admin/bydeler/oppnevning/1/grupper", 302, OFFICER_FINDS_NOTHING),
    "appointments.ballots": ("/admin/bydeler/oppnevning/1/stemmer", 302, OFFICER_FINDS_NOTHING),
    "appointments.basis": ("/admin/bydeler/oppnevning/1/grunnlag", 302, OFFICER_FINDS_NOTHING),
    "appointments.decision": ("/admin/bydeler/oppnevning/1/vedtak", 302, OFFICER_AND_AUDITOR_FIND_NOTHING),
    "appointments.decision_as_pdf": (
        "/admin/bydeler/oppnevning/1/vedtak-nb.pdf",
        302,
        OFFICER_AND_AUDITOR_FIND_NOTHING,
    ),
    "eligibility.named": ("/admin/bydeler/oppnevning/1/valgbarhet", 302, OFFICER_FINDS_NOTHING),
    "eligibility.one": ("/admin/bydeler/oppnevning/1/valgbarhet/1", 302, OFFICER_FINDS_NOTHING),
    "council_appointments.nomination": (
        "/admin/bydeler/oppnevning/1/utvalg/fana",
        302,
        OFFICER_AND_AUDITOR_FIND_NOTHING,
    ),
    "council_appointments.lists": (
        "/admin/bydeler/oppnevning/1/utvalg/fana/forholdsvalg",
        302,
        OFFICER_AND_AUDITOR_FIND_NOTHING,
    ),
    "council_appointments.officers": (
        "/admin/bydeler/oppnevning/1/utvalg/fana/verv",
        302,
        OFFICER_AND_AUDITOR_FIND_NOTHING,
    ),
    "appointments.paste_ballots": ("/admin/bydeler/oppnevning/1/stemmer/lim-inn", 405, {}),
    "appointments.drop": ("/admin/bydeler/oppnevning/1/skrinlegg", 405, {}),
    "council_appointments.method": ("/admin/bydeler/oppnevning/1/utvalg/fana/metode", 405, {}),
    "council_appointments.seats": ("/admin/bydeler/oppnevning/1/utvalg/fana/plasser", 405, {}),
    "council_appointments.target_lot": ("/admin/bydeler/oppnevning/1/utvalg/fana/lodd-beregning", 405, {}),
    "council_appointments.add_name": ("/admin/bydeler/oppnevning/1/utvalg/fana/navn", 405, {}),
    "council_appointments.paste_names": ("/admin/bydeler/oppnevning/1/utvalg/fana/navn/lim-inn", 405, {}),
    "council_appointments.change_names": ("/admin/bydeler/oppnevning/1/utvalg/fana/navn/endre", 405, {}),
    "council_appointments.swap": ("/admin/bydeler/oppnevning/1/utvalg/fana/bytt", 405, {}),
    "council_appointments.put_up": ("/admin/bydeler/oppnevning/1/utvalg/fana/liste", 405, {}),
    "council_appointments.edit_list": ("/admin/bydeler/oppnevning/1/utvalg/fana/liste/1", 405, {}),
    "council_appointments.paste_list": ("/admin/bydeler/oppnevning/1/utvalg/fana/liste/1/lim-inn", 405, {}),
    "council_appointments.change_on_list": ("/admin/bydeler/oppnevning/1/utvalg/fana/liste/1/endre", 405, {}),
    "council_appointments.ballot": ("/admin/bydeler/oppnevning/1/utvalg/fana/stemmer", 405, {}),
    "council_appointments.lot": ("/admin/bydeler/oppnevning/1/utvalg/fana/lodd", 405, {}),
    "council_appointments.officer": ("/admin/bydeler/oppnevning/1/utvalg/fana/verv/chair", 405, {}),
    "changed_ballots.elections": ("/admin/bunker", 302, FORBIDDEN | dict.fromkeys(SEE_COUNTS, 200)),
    "changed_ballots.overview": ("/admin/bunker/2031", 302, COUNT_SEERS_FIND_NOTHING),
    "changed_ballots.show": ("/admin/bunker/2031/1", 302, COUNT_SEERS_FIND_NOTHING),
    "changed_ballots.sheet": ("/admin/bunker/2031/1/ark-nb.pdf", 302, COUNT_SEERS_FIND_NOTHING),
    "batch_entries.entry": ("/admin/bunker/2031/1/tast", 302, CLERK_FINDS_NOTHING),
    "batch_entries.compare": ("/admin/bunker/2031/1/sammenlign", 302, CLERK_FINDS_NOTHING),
    "ballot_samples.draw": ("/admin/bunker/2031/stikkprover/fana", 302, COUNT_SEERS_FIND_NOTHING),
    "ballot_samples.show": ("/admin/bunker/2031/stikkprover/fana/1", 302, COUNT_SEERS_FIND_NOTHING),
    "ballot_samples.as_csv": ("/admin/bunker/2031/stikkprover/fana/1.csv", 302, COUNT_SEERS_FIND_NOTHING),
    "ballot_samples.as_pdf": ("/admin/bunker/2031/stikkprover/fana/1-nb.pdf", 302, COUNT_SEERS_FIND_NOTHING),
    "changed_ballots.register": ("/admin/bunker/2031", 302, COUNT_SEERS_FIND_NOTHING),
    "changed_ballots.withdraw": ("/admin/bunker/2031/1/trekk", 405, {}),
    "changed_ballots.approve": ("/admin/bunker/2031/1/godkjenn", 405, {}),
    "changed_ballots.reopen": ("/admin/bunker/2031/1/gjenapne", 405, {}),
    "batch_entries.type_lines": ("/admin/bunker/2031/1/tast", 302, CLERK_FINDS_NOTHING),
    "batch_entries.go_on": ("/admin/bunker/2031/1/overta", 405, {}),
    "lists.overview": ("/admin/valg/2031/lister", 302, SEERS_FIND_NOTHING),
    "lists.show": ("/admin/valg/2031/lister/1", 302, SEERS_FIND_NOTHING),
    "lists.versions": ("/admin/valg/2031/lister/1/versjoner", 302, SEERS_FIND_NOTHING),
    "lists.letter": ("/admin/valg/2031/lister/1/brev-nb.pdf", 302, SEERS_FIND_NOTHING),
    "lists.create": ("/admin/valg/2031/lister/ny", 302, RECEIVER_FINDS_NOTHING),
    "lists.heading": ("/admin/valg/2031/lister/1/overskrift", 302, RECEIVER_FINDS_NOTHING),
    "list_papers.candidates": ("/admin/valg/2031/lister/1/kandidater", 302, RECEIVER_FINDS_NOTHING),
    "list_papers.signatures": ("/admin/valg/2031/lister/1/underskrifter", 302, RECEIVER_FINDS_NOTHING),
    "list_papers.conditions": ("/admin/valg/2031/lister/1/kontroll", 302, RECEIVER_FINDS_NOTHING),
    "list_board.defects": ("/admin/valg/2031/lister/1/mangler", 302, RECEIVER_FINDS_NOTHING),
    "list_board.tell": ("/admin/valg/2031/lister/1/beskjed", 302, RECEIVER_FINDS_NOTHING),
    "list_board.strike": ("/admin/valg/2031/lister/1/stryk", 302, RECEIVER_FINDS_NOTHING),
    "lists.candidate_letters": ("/admin/valg/2031/lister/1/kandidatbrev-nb.pdf", 302, RECEIVER_FINDS_NOTHING),
    "list_papers.attachment": ("/admin/valg/2031/lister/1/vedlegg/1", 302, RECEIVER_FINDS_NOTHING),
    "list_board.decision": ("/admin/valg/2031/lister/1/vedtak", 302, BOARD_FINDS_NOTHING),
    "lists.receive": ("/admin/valg/2031/lister/1/mottak", 405, {}),
    "lists.corrected": ("/admin/valg/2031/lister/1/rettet", 405, {}),
    "lists.withdrawal": ("/admin/valg/2031/lister/1/trukket", 405, {}),
    "lists.discard": ("/admin/valg/2031/lister/1/kast", 405, {}),
    "list_papers.paste_candidates": ("/admin/valg/2031/lister/1/kandidater/lim-inn", 405, {}),
    "list_papers.paste_signatures": ("/admin/valg/2031/lister/1/underskrifter/lim-inn", 405, {}),
    "list_papers.attach": ("/admin/valg/2031/lister/1/vedlegg", 405, {}),
    "list_board.reply": ("/admin/valg/2031/lister/1/svar", 405, {}),
    "list_board.announce": ("/admin/valg/2031/lister/fana/kunngjor", 405, {}),
    "list_board.extend": ("/admin/valg/2031/lister/fana/utsett", 405, {}),
    "list_board.close": ("/admin/valg/2031/lister/avgjort", 405, {}),
    "counting_hall.hall": ("/valg/2031/tellesal", NOT_THERE, {}),
    "counting_desk.elections": ("/admin/telling", 302, FORBIDDEN | dict.fromkeys(SEE_COUNTS, 200)),
    "counting.overview": ("/admin/valg/2031/telling", 302, COUNTERS_FIND_NOTHING),
    "counting.board": ("/admin/valg/2031/telling/fana", 302, COUNTERS_FIND_NOTHING),
    "counting.plan": ("/admin/valg/2031/telling/fana/plan", 302, SEERS_FIND_NOTHING),
    "counting.control_codes": ("/admin/valg/2031/kontrollkoder", 302, COUNTERS_FIND_NOTHING),
    "counting.control_code": ("/admin/valg/2031/kontrollkoder/F.101", 302, COUNTERS_FIND_NOTHING),
    "counting.begin": ("/admin/valg/2031/telling", 302, COUNTERS_FIND_NOTHING),
    "counting.drop": ("/admin/valg/2031/telling/fana/1-VO-/utgar", 405, {}),
    "count_entry.enter": ("/admin/valg/2031/telling/fana/1-VO-/for", 302, CLERK_FINDS_NOTHING),
    "count_approval.unit": ("/admin/valg/2031/telling/fana/1-VO-", 302, SEERS_FIND_NOTHING),
    "count_approval.reconciliation": ("/admin/valg/2031/telling/fana/avstemming", 302, SEERS_FIND_NOTHING),
    "count_approval.reopen": ("/admin/valg/2031/telling/fana/1-VO-/apne", 405, {}),
    "count_ballots.refused": ("/admin/valg/2031/telling/fana/stemmegivninger", 302, SEERS_FIND_NOTHING),
    "count_ballots.doubtful": ("/admin/valg/2031/telling/fana/tvilsomme", 302, SEERS_FIND_NOTHING),
    "count_ballots.withdraw": ("/admin/valg/2031/telling/fana/tvilsomme/1/angre", 405, {}),
    "count_ballots.hand_overs": ("/admin/valg/2031/overleveringer", 302, COUNTERS_FIND_NOTHING),
    "count_ballots.received": ("/admin/valg/2031/overleveringer/1/mottatt", 405, {}),
    "admin.design_system": ("/admin/designsystem", 302, dict.fromkeys(Role, 200)),
}

# what is sent (POST) without any field: the same columns; signing out stands last, since nothing can follow it
SENT: dict[str, tuple[str, int, dict[Role, int]]] = {
    "auth.sign_in": ("/logg-inn", 422, dict.fromkeys(Role, 302)),
    "auth.my_account": ("/admin/meg", 401, dict.fromkeys(Role, 422)),
    "majority_typing.batches": ("/admin/flertallsvalg/2031/fana", 401, CLERK_FINDS_NOTHING),
    "majority_typing.typing": ("/admin/flertallsvalg/2031/fana/1", 401, CLERK_FINDS_NOTHING),
    "majority.ruling": ("/admin/valg/2031/flertallsvalg/fana/navn", 401, BOARD_FINDS_NOTHING),
    "majority.trial": ("/admin/valg/2031/flertallsvalg/fana/prove", 401, ELECTION_OFFICER_FINDS_NOTHING),
    "majority.lot": ("/admin/valg/2031/flertallsvalg/fana/lodd", 401, ELECTION_OFFICER_FINDS_NOTHING),
    "majority.put_forward": ("/admin/valg/2031/flertallsvalg/fana/foresla", 401, ELECTION_OFFICER_FINDS_NOTHING),
    "majority.decision": ("/admin/valg/2031/flertallsvalg/fana/1/vedtak", 401, BOARD_FINDS_NOTHING),
    "majority.annulment": ("/admin/valg/2031/flertallsvalg/fana/1/opphev", 401, BOARD_FINDS_NOTHING),
    "settling.trial": ("/admin/valg/2031/oppgjor/fana/prove", 401, ELECTION_OFFICER_FINDS_NOTHING),
    "settling.lot": ("/admin/valg/2031/oppgjor/fana/lodd", 401, ELECTION_OFFICER_FINDS_NOTHING),
    "settling.put_forward": ("/admin/valg/2031/oppgjor/fana/foresla", 401, ELECTION_OFFICER_FINDS_NOTHING),
    "settling.decision": ("/admin/valg/2031/oppgjor/fana/1/vedtak", 401, BOARD_FINDS_NOTHING),
    "settling.annulment": ("/admin/valg/2031/oppgjor/fana/1/opphev", 401, BOARD_FINDS_NOTHING),
    "settling_eligibility.findings": (
        "/admin/valg/2031/oppgjor/fana/valgbarhet",
        401,
        ELECTION_OFFICER_FINDS_NOTHING,
    ),
    "validity.decide": (
        "/admin/valg/2031/gyldighet",
        401,
        dict.fromkeys(Role, 403) | {Role.ELECTORAL_BOARD: NOT_THERE},
    ),
    "validity.set_up_councils": (
        "/admin/valg/2031/gyldighet/utvalg",
        401,
        dict.fromkeys(Role, 403) | {Role.ELECTORAL_BOARD: NOT_THERE},
    ),
    "complaints.register": ("/admin/valg/2031/klager/ny", 401, ELECTION_OFFICER_FINDS_NOTHING),
    "complaints.forward": ("/admin/valg/2031/klager/fana/1/send", 401, BOARD_FINDS_NOTHING),
    "complaints.decide": ("/admin/valg/2031/klager/fana/1/avgjor", 401, BOARD_FINDS_NOTHING),
    "records.issue": ("/admin/valg/2031/protokoller/fana/utsted", 401, BOARD_FINDS_NOTHING),
    "councils.abolish": ("/admin/bydeler/fana/legg-ned", 401, KEEPERS_FIND_NOTHING),
    "councils.propose": ("/admin/bydeler/fana/endringer/ny/died", 401, KEEPERS_FIND_NOTHING),
    "councils.change": ("/admin/bydeler/fana/endringer/1", 401, KEEPERS_FIND_NOTHING),
    "councils.withdraw": ("/admin/bydeler/fana/endringer/1/trekk", 401, KEEPERS_FIND_NOTHING),
    "councils.correct": ("/admin/bydeler/fana/rett/seat/1", 401, KEEPERS_FIND_NOTHING),
    "councils.add": ("/admin/bydeler/fana/mangler/seat", 401, KEEPERS_FIND_NOTHING),
    "councils.edit_person": ("/admin/bydeler/personer/1/rett", 401, KEEPERS_FIND_NOTHING),
    "councils.new_person": (
        "/admin/bydeler/personer/ny",
        401,
        dict.fromkeys(Role, 403) | dict.fromkeys((Role.COUNCIL_SECRETARY, Role.APPOINTMENT_OFFICER), 422),
    ),
    "appointments.create": ("/admin/bydeler/oppnevning/ny", 401, FORBIDDEN | {Role.APPOINTMENT_OFFICER: 422}),
    "appointments.groups": ("/admin/bydeler/oppnevning/1/grupper", 401, OFFICER_FINDS_NOTHING),
    "appointments.ballots": ("/admin/bydeler/oppnevning/1/stemmer", 401, OFFICER_FINDS_NOTHING),
    "appointments.basis": ("/admin/bydeler/oppnevning/1/grunnlag", 401, OFFICER_FINDS_NOTHING),
    "appointments.decision": ("/admin/bydeler/oppnevning/1/vedtak", 401, OFFICER_FINDS_NOTHING),
    "eligibility.named": ("/admin/bydeler/oppnevning/1/valgbarhet", 401, OFFICER_FINDS_NOTHING),
    "eligibility.one": ("/admin/bydeler/oppnevning/1/valgbarhet/1", 401, OFFICER_FINDS_NOTHING),
    "appointments.paste_ballots": (
        "/admin/bydeler/oppnevning/1/stemmer/lim-inn",
        401,
        OFFICER_FINDS_NOTHING,
    ),
    "appointments.drop": ("/admin/bydeler/oppnevning/1/skrinlegg", 401, OFFICER_FINDS_NOTHING),
    "council_appointments.method": (
        "/admin/bydeler/oppnevning/1/utvalg/fana/metode",
        401,
        OFFICER_FINDS_NOTHING,
    ),
    "council_appointments.seats": (
        "/admin/bydeler/oppnevning/1/utvalg/fana/plasser",
        401,
        OFFICER_FINDS_NOTHING,
    ),
    "council_appointments.target_lot": (
        "/admin/bydeler/oppnevning/1/utvalg/fana/lodd-beregning",
        401,
        OFFICER_FINDS_NOTHING,
    ),
    "council_appointments.add_name": (
        "/admin/bydeler/oppnevning/1/utvalg/fana/navn",
        401,
        OFFICER_FINDS_NOTHING,
    ),
    "council_appointments.paste_names": (
        "/admin/bydeler/oppnevning/1/utvalg/fana/navn/lim-inn",
        401,
        OFFICER_FINDS_NOTHING,
    ),
    "council_appointments.change_names": (
        "/admin/bydeler/oppnevning/1/utvalg/fana/navn/endre",
        401,
        OFFICER_FINDS_NOTHING,
    ),
    "council_appointments.swap": (
        "/admin/bydeler/oppnevning/1/utvalg/fana/bytt",
        401,
        OFFICER_FINDS_NOTHING,
    ),
    "council_appointments.put_up": (
        "/admin/bydeler/oppnevning/1/utvalg/fana/liste",
        401,
        OFFICER_FINDS_NOTHING,
    ),
    "council_appointments.edit_list": (
        "/admin/bydeler/oppnevning/1/utvalg/fana/liste/1",
        401,
        OFFICER_FINDS_NOTHING,
    ),
    "council_appointments.paste_list": (
        "/admin/bydeler/oppnevning/1/utvalg/fana/liste/1/lim-inn",
        401,
        OFFICER_FINDS_NOTHING,
    ),
    "council_appointments.change_on_list": (
        "/admin/bydeler/oppnevning/1/utvalg/fana/liste/1/endre",
        401,
        OFFICER_FINDS_NOTHING,
    ),
    "council_appointments.ballot": (
        "/admin/bydeler/oppnevning/1/utvalg/fana/stemmer",
        401,
        OFFICER_FINDS_NOTHING,
    ),
    "council_appointments.lot": (
        "/admin/bydeler/oppnevning/1/utvalg/fana/lodd",
        401,
        OFFICER_FINDS_NOTHING,
    ),
    "council_appointments.officer": (
        "/admin/bydeler/oppnevning/1/utvalg/fana/verv/chair",
        401,
        OFFICER_FINDS_NOTHING,
    ),
    "elections.create": ("/admin/valg/nytt", 401, FORBIDDEN | {Role.ELECTION_OFFICER: 200}),
    "elections.edit": ("/admin/valg/2031/oppsett", 401, ELECTION_OFFICER_FINDS_NOTHING),
    "elections.settings": ("/admin/valg/2031/innstillinger", 401, ELECTION_OFFICER_FINDS_NOTHING),
    "elections.open_lists": ("/admin/valg/2031/apne", 401, ELECTION_OFFICER_FINDS_NOTHING),
    "calendar.done": ("/admin/valg/2031/kalender/lists_decided/gjort", 401, ELECTION_OFFICER_FINDS_NOTHING),
    "calendar.not_done": ("/admin/valg/2031/kalender/lists_decided/angre", 401, ELECTION_OFFICER_FINDS_NOTHING),
    "calendar.day": ("/admin/valg/2031/kalender/candidate_refusal/dag", 401, ELECTION_OFFICER_FINDS_NOTHING),
    "changed_ballots.register": ("/admin/bunker/2031", 401, CLERK_FINDS_NOTHING),
    "changed_ballots.withdraw": ("/admin/bunker/2031/1/trekk", 401, CLERK_FINDS_NOTHING),
    "changed_ballots.approve": ("/admin/bunker/2031/1/godkjenn", 401, BOARD_FINDS_NOTHING),
    "changed_ballots.reopen": ("/admin/bunker/2031/1/gjenapne", 401, BOARD_FINDS_NOTHING),
    "batch_entries.type_lines": ("/admin/bunker/2031/1/tast", 401, CLERK_FINDS_NOTHING),
    "batch_entries.go_on": ("/admin/bunker/2031/1/overta", 401, CLERK_FINDS_NOTHING),
    "batch_entries.compare": ("/admin/bunker/2031/1/sammenlign", 401, CLERK_FINDS_NOTHING),
    "ballot_samples.draw": ("/admin/bunker/2031/stikkprover/fana", 401, BOARD_FINDS_NOTHING),
    "ballot_samples.show": ("/admin/bunker/2031/stikkprover/fana/1", 401, CLERK_FINDS_NOTHING),
    "calendar.shift": ("/admin/valg/2031/kalender/party_registration/flytting", 401, ELECTION_OFFICER_FINDS_NOTHING),
    "calendar.postpone": ("/admin/valg/2031/kalender/utsettelse", 401, ELECTION_OFFICER_FINDS_NOTHING),
    "calendar.make_link": ("/admin/valg/2031/kalender/lenke", 401, SEERS_FIND_NOTHING),
    "calendar.revoke_link": ("/admin/valg/2031/kalender/lenke/trekk", 401, SEERS_FIND_NOTHING),
    "lists.create": ("/admin/valg/2031/lister/ny", 401, RECEIVER_FINDS_NOTHING),
    "lists.heading": ("/admin/valg/2031/lister/1/overskrift", 401, RECEIVER_FINDS_NOTHING),
    "list_papers.candidates": ("/admin/valg/2031/lister/1/kandidater", 401, RECEIVER_FINDS_NOTHING),
    "list_papers.signatures": ("/admin/valg/2031/lister/1/underskrifter", 401, RECEIVER_FINDS_NOTHING),
    "list_papers.conditions": ("/admin/valg/2031/lister/1/kontroll", 401, RECEIVER_FINDS_NOTHING),
    "list_board.defects": ("/admin/valg/2031/lister/1/mangler", 401, RECEIVER_FINDS_NOTHING),
    "list_board.tell": ("/admin/valg/2031/lister/1/beskjed", 401, RECEIVER_FINDS_NOTHING),
    "list_board.strike": ("/admin/valg/2031/lister/1/stryk", 401, RECEIVER_FINDS_NOTHING),
    "lists.receive": ("/admin/valg/2031/lister/1/mottak", 401, RECEIVER_FINDS_NOTHING),
    "lists.corrected": ("/admin/valg/2031/lister/1/rettet", 401, RECEIVER_FINDS_NOTHING),
    "lists.withdrawal": ("/admin/valg/2031/lister/1/trukket", 401, RECEIVER_FINDS_NOTHING),
    "lists.discard": ("/admin/valg/2031/lister/1/kast", 401, RECEIVER_FINDS_NOTHING),
    "list_papers.paste_candidates": ("/admin/valg/2031/lister/1/kandidater/lim-inn", 401, RECEIVER_FINDS_NOTHING),
    "list_papers.paste_signatures": ("/admin/valg/2031/lister/1/underskrifter/lim-inn", 401, RECEIVER_FINDS_NOTHING),
    "list_papers.attach": ("/admin/valg/2031/lister/1/vedlegg", 401, RECEIVER_FINDS_NOTHING),
    "list_board.reply": ("/admin/valg/2031/lister/1/svar", 401, RECEIVER_FINDS_NOTHING),
    "list_board.announce": ("/admin/valg/2031/lister/fana/kunngjor", 401, RECEIVER_FINDS_NOTHING),
    "list_board.extend": ("/admin/valg/2031/lister/fana/utsett", 401, RECEIVER_FINDS_NOTHING),
    "list_board.decision": ("/admin/valg/2031/lister/1/vedtak", 401, BOARD_FINDS_NOTHING),
    "list_board.close": ("/admin/valg/2031/lister/avgjort", 401, BOARD_FINDS_NOTHING),
    "counting.begin": ("/admin/valg/2031/telling", 401, ELECTION_OFFICER_FINDS_NOTHING),
    "counting.plan": ("/admin/valg/2031/telling/fana/plan", 401, ELECTION_OFFICER_FINDS_NOTHING),
    "counting.drop": ("/admin/valg/2031/telling/fana/1-VO-/utgar", 401, ELECTION_OFFICER_FINDS_NOTHING),
    "count_entry.enter": ("/admin/valg/2031/telling/fana/1-VO-/for", 401, CLERK_FINDS_NOTHING),
    "count_approval.unit": ("/admin/valg/2031/telling/fana/1-VO-", 401, BOARD_FINDS_NOTHING),
    "count_approval.reopen": ("/admin/valg/2031/telling/fana/1-VO-/apne", 401, BOARD_FINDS_NOTHING),
    "count_ballots.refused": ("/admin/valg/2031/telling/fana/stemmegivninger", 401, BOARD_FINDS_NOTHING),
    "count_ballots.doubtful": ("/admin/valg/2031/telling/fana/tvilsomme", 401, BOARD_FINDS_NOTHING),
    "count_ballots.withdraw": ("/admin/valg/2031/telling/fana/tvilsomme/1/angre", 401, BOARD_FINDS_NOTHING),
    "count_ballots.hand_overs": ("/admin/valg/2031/overleveringer", 401, CLERK_FINDS_NOTHING),
    "count_ballots.received": ("/admin/valg/2031/overleveringer/1/mottatt", 401, CLERK_FINDS_NOTHING),
    "live.record_act": ("/admin/moter/2031-01-01-fana/referat/hev", 401, SECRETARY_FINDS_NOTHING),
    "live.undo": ("/admin/moter/2031-01-01-fana/referat/angre", 401, SECRETARY_FINDS_NOTHING),
    "minutes.frame": ("/admin/moter/2031-01-01-fana/protokoll/ramme", 401, SECRETARY_FINDS_NOTHING),
    "minutes.by_signatures": ("/admin/moter/2031-01-01-fana/protokoll/underskrifter", 401, SECRETARY_FINDS_NOTHING),
    "minutes.in_meeting": ("/admin/moter/2031-01-01-fana/protokoll/i-mote", 401, SECRETARY_FINDS_NOTHING),
    "minutes.publish": ("/admin/moter/2031-01-01-fana/protokoll/publiser", 401, SECRETARY_FINDS_NOTHING),
    "minutes.noted": ("/admin/moter/2031-01-01-fana/protokoll/merknad", 401, SECRETARY_FINDS_NOTHING),
    "audit.export": ("/admin/revisjon/sporet.jsonl", 401, READ_THE_TRAIL),
    "answers.answer_summons": ("/innkalling/ingen", NOT_THERE, {}),
    "answers.answer_deputy": ("/varamedlem/ingen", NOT_THERE, {}),
    "meetings.plan_more": ("/admin/moter", 401, SECRETARY_FINDS_NOTHING),
    "meetings.rules": ("/admin/moter/utvalg/nordpolen", 401, SECRETARY_FINDS_NOTHING),
    "meetings.add_recipient": ("/admin/moter/utvalg/nordpolen/mottaker", 401, SECRETARY_FINDS_NOTHING),
    "meetings.remove_recipient": ("/admin/moter/utvalg/nordpolen/mottaker/1/fjern", 401, SECRETARY_FINDS_NOTHING),
    "meetings.frame": ("/admin/moter/2031-03-11-fana/ramme", 401, SECRETARY_FINDS_NOTHING),
    "meetings.move": ("/admin/moter/2031-03-11-fana/flytt", 401, SECRETARY_FINDS_NOTHING),
    "meetings.cancel": ("/admin/moter/2031-03-11-fana/avlys", 401, SECRETARY_FINDS_NOTHING),
    "agenda.create": ("/admin/moter/2031-03-11-fana/ny-sak", 401, SECRETARY_FINDS_NOTHING),
    "agenda.usual": ("/admin/moter/2031-03-11-fana/faste-saker", 401, SECRETARY_FINDS_NOTHING),
    "agenda.order": ("/admin/moter/2031-03-11-fana/rekkefolge", 401, SECRETARY_FINDS_NOTHING),
    "agenda.state": ("/admin/moter/2031-03-11-fana/sak/i1/tilstand", 401, SECRETARY_FINDS_NOTHING),
    "agenda_item.heading": ("/admin/moter/2031-03-11-fana/sak/i1/rediger", 401, SECRETARY_FINDS_NOTHING),
    "agenda_item.case_text": ("/admin/moter/2031-03-11-fana/sak/i1/tekst", 401, SECRETARY_FINDS_NOTHING),
    "agenda_item.add_paper": ("/admin/moter/2031-03-11-fana/sak/i1/vedlegg", 401, SECRETARY_FINDS_NOTHING),
    "agenda_item.remove_paper": ("/admin/moter/2031-03-11-fana/sak/i1/vedlegg/1/fjern", 401, SECRETARY_FINDS_NOTHING),
    "agenda_item.demand": ("/admin/moter/2031-03-11-fana/sak/i1/krav", 401, SECRETARY_FINDS_NOTHING),
    "calling.call": ("/admin/moter/2031-03-11-fana/innkalling", 401, SECRETARY_FINDS_NOTHING),
    "calling.send_again": ("/admin/moter/2031-03-11-fana/innkalling/send", 401, SECRETARY_FINDS_NOTHING),
    "calling.report": ("/admin/moter/2031-03-11-fana/forfall", 401, SECRETARY_FINDS_NOTHING),
    "calling.withdraw": ("/admin/moter/2031-03-11-fana/forfall/trekk", 401, SECRETARY_FINDS_NOTHING),
    "calling.ask": ("/admin/moter/2031-03-11-fana/forfall/spor", 401, SECRETARY_FINDS_NOTHING),
    "calling.deputy_answer": ("/admin/moter/2031-03-11-fana/forfall/svar", 401, SECRETARY_FINDS_NOTHING),
    "auth.sign_out": ("/logg-ut", 302, {}),
}


def test_the_table_names_every_endpoint_and_no_other(app: Flask) -> None:
    assert set(PAGES) == set(app.view_functions)


def test_a_visitor_gets_what_is_public_and_is_else_asked_to_sign_in(client: Browser) -> None:
    got, not_asked = {}, []
    for endpoint, (address, expected, _roles) in PAGES.items():
        with closing(client.get(address)) as answer:
            got[endpoint] = answer.status_code
            if address.startswith("/admin") and expected != 405:  # that address takes only what is sent
                not_asked += [endpoint] * (not answer.headers["Location"].startswith("/logg-inn?next="))
    assert got == {endpoint: expected for endpoint, (_address, expected, _roles) in PAGES.items()}
    assert not_asked == []


@pytest.mark.parametrize("role", Role)
def test_each_role_gets_what_the_table_says(client: Browser, sign_in: SignIn, role: Role) -> None:
    sign_in(role)
    got = {}
    for endpoint, (address, _visitor, _roles) in PAGES.items():
        with closing(client.get(address)) as answer:
            got[endpoint] = answer.status_code
    expected = {endpoint: roles.get(role, visitor) for endpoint, (_address, visitor, roles) in PAGES.items()}
    assert got == expected


def test_the_table_of_what_is_sent_names_every_endpoint_that_takes_it(app: Flask) -> None:
    changing = {rule.endpoint for rule in app.url_map.iter_rules() if rule.methods and rule.methods - READING}
    assert set(SENT) == changing


def test_what_a_visitor_sends_is_not_carried_on_to_after_signing_in(client: Browser) -> None:
    got = {endpoint: client.send(address).status_code for endpoint, (address, _visitor, _roles) in SENT.items()}
    assert got == {endpoint: visitor for endpoint, (_address, visitor, _roles) in SENT.items()}


@pytest.mark.parametrize("role", Role)
def test_each_role_may_send_what_the_table_says(client: Browser, sign_in: SignIn, role: Role) -> None:
    sign_in(role)
    got = {endpoint: client.send(address).status_code for endpoint, (address, _visitor, _roles) in SENT.items()}
    assert got == {endpoint: roles.get(role, visitor) for endpoint, (_address, visitor, roles) in SENT.items()}


def test_nothing_is_taken_without_the_forms_token(client: Browser, sign_in: SignIn) -> None:
    sign_in(Role.AUDITOR)
    got = {endpoint: client.post(address).status_code for endpoint, (address, _visitor, _roles) in SENT.items()}
    assert got == dict.fromkeys(SENT, 400)


def test_every_view_is_marked(app: Flask) -> None:
    assert [name for name, view in app.view_functions.items() if access_of(view) is None] == []


def test_the_application_does_not_start_with_an_unmarked_view() -> None:
    app = Flask("somewhere")
    app.add_url_rule("/forgotten", "forgotten", lambda: "anyone may read this")
    with pytest.raises(UnmarkedView, match="forgotten"):
        refuse_unmarked_views(app)


def test_each_role_may_see_staff_pages_and_no_role_may_do_all() -> None:
    permissions = set().union(*ROLES.values())
    assert all(held < permissions for held in ROLES.values())
