"""Refusals of proposals, votes and elections, in words."""

from flask_babel import gettext

from app.core.errors import DomainError
from app.core.formatting import joined
from app.meetings.domain import meeting_elections, quorum, record_votes, vote_forms, vote_results
from app.meetings.live import typed_lines
from app.meetings.live.told import Told


def _(text: str, **facts: object) -> str:
    return str(gettext(text, **facts))


def told(error: DomainError, facts: Told) -> str | None:
    """The text, or None for a refusal of another kind."""
    return _of_readiness(error, facts) or _of_forms(error) or _of_results(error, facts)


def _of_readiness(error: DomainError, facts: Told) -> str | None:
    match error:
        case quorum.NotQuorate(occupied, members, needed):
            return _(
                "Utvalget er ikke vedtaksført (R-287): %(occupied)s av %(members)s plasser er besatt, og %(needed)s må til. Et "
                "vedtak nå ville vært ugyldig. Kall inn vara, ta pause eller la saken ligge.",
                occupied=occupied,
                members=members,
                needed=needed,
            )
        case record_votes.NobodyMoves():
            return _("Velg hvem forslaget er fra (R-286).")
        case record_votes.ProposalNotStanding():
            return _("Forslaget er trukket, vedtatt eller falt, eller hører til en annen sak.")
        case record_votes.DisqualifiedSits(person_ids, item):
            return _(
                "%(names)s er inhabil eller fritatt i %(item)s, og må gå fra bordet før det stemmes (R-295).",
                names=facts.people(person_ids),
                item=facts.item(item),
            )
        case record_votes.QuestionNotDecided(person_ids, item):
            return _(
                "Det er ikke avgjort om %(names)s kan være med på %(item)s (R-295). Stem over det først.",
                names=facts.people(person_ids),
                item=facts.item(item),
            )
        case record_votes.ElectionsHaveRounds(item):
            return _(
                "%(item)s er et valg, og det stemmes på navn (R-289). Før valget i stedet: ved likt avgjør loddet, ikke "
                "møtelederen.",
                item=facts.item(item),
            )
    return None


def _of_forms(error: DomainError) -> str | None:
    match error:
        case typed_lines.VoteNotUnderstood(part, known):
            return _(
                "«%(part)s» kan ikke leses. Skriv «enstemmig», eller parti, plass eller «resten» og til slutt «for» eller "
                "«mot», med semikolon mellom. Partiene er %(parties)s.",
                part=part,
                parties=joined(known) or "–",
            )
        case typed_lines.LineNotUnderstood(line, wanted):
            return _("Linjen «%(line)s» kan ikke leses. Skriv den slik: «%(wanted)s».", line=line, wanted=wanted)
        case vote_forms.VoteOfEmptySeat(seat):
            return _("Plass %(seat)s er tom, eller er ikke med på dette, og har ingen stemme (R-287).", seat=seat)
        case vote_forms.PartyNotPresent(party, present):
            return _(
                "Ingen fra «%(party)s» er med på voteringen. Partiene er %(present)s.",
                party=party,
                present=joined(present),
            )
        case vote_forms.NamedTwice(named):
            return _("«%(named)s» er ført to ganger.", named=named)
        case vote_forms.SeatsWithoutVote(seats):
            return _(
                "De som er til stede, skal stemme (R-288). Disse plassene mangler: %(seats)s.",
                seats=joined([str(each) for each in seats]),
            )
        case vote_forms.BlankNotOpen():
            return _("Det er bare ved valg og tilsetting en kan stemme blankt (R-288).")
        case vote_forms.SecretBallotNotOpen():
            return _(
                "Det kan ikke stemmes skriftlig her (R-300): alle skal kunne se hvordan partiene stemte. Det er bare ved valg "
                "og tilsetting stemmen er hemmelig."
            )
        case vote_forms.VotesAreNotAsManyAsSeats(given, occupied):
            return _(
                "Det er ført %(given)s stemmer, men %(occupied)s er med på voteringen (R-288).",
                given=given,
                occupied=occupied,
            )
    return None


def _of_results(error: DomainError, facts: Told) -> str | None:
    match error:
        case vote_results.CastingVoteMissing(votes, leader):
            return _(
                "Det er likt, %(votes)s mot %(votes)s, og møtelederens stemme avgjør (R-289). Før hva %(name)s sier.",
                votes=votes,
                name=_("møtelederen") if leader is None else facts.person(leader),
            )
        case vote_results.CastingVoteNotNeeded(votes_for, votes_against):
            return _(
                "Det er ikke likt (%(first)s mot %(second)s), eller møtelederen sier verken for eller mot: da er det ingen "
                "avgjørende stemme (R-289).",
                first=votes_for,
                second=votes_against,
            )
        case meeting_elections.VotesAreNotOnePerSeat(given, occupied):
            return _(
                "Hver av de %(occupied)s som er til stede, gir én stemme, til et navn eller blank. Det er ført %(given)s "
                "(R-288).",
                occupied=occupied,
                given=given,
            )
        case meeting_elections.VotingFormNotOpen():
            return _("Det kan ikke stemmes på den måten ved dette valget (R-290). Velg en annen.")
        case meeting_elections.ElectionIsOver(_key, winner):
            if winner:
                return _("Valget er ferdig: %(winner)s er valgt (R-290).", winner=winner)
            return _("Valget venter på noe annet: en ny omgang eller et lodd (R-290).")
    return None
