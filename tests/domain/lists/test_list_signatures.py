"""Signatures: whose, how many, who counts, what must be told of them, and who then speaks for the list."""

from dataclasses import replace
from typing import Any

import pytest

from app.elections.domain.election import RuleSetName
from app.elections.domain.list_findings import Check, Weight
from app.elections.domain.list_proposal import ListSettings, PartyWithoutBranch, ProposerKind, Scope, SignerRole
from app.elections.domain.list_representatives import representatives
from app.elections.domain.list_review import review
from app.elections.domain.list_signatures import (
    SignaturesNeeded,
    count_signatures,
    is_same_signer,
    signatures_needed,
)
from tests.domain.lists.proposals import a_proposal, board, checked, rules, signer, voters

K = ProposerKind
GROUP = "Grendelisten vest"


@pytest.mark.rule("R-57")
@pytest.mark.parametrize(
    ("kind", "seats", "number", "of_board"),
    [
        (K.REGISTERED_PARTY, 15, 2, True),
        (K.REGISTERED_PARTY, 3, 2, True),
        (K.PARTY_WITHOUT_BRANCH, 15, 15, False),
        (K.GROUP, 15, 15, False),
        (K.GROUP, 13, 13, False),
        (K.GROUP, 3, 3, False),
        (K.JOINT, 17, 17, False),
    ],
)
def test_a_party_needs_two_board_members_and_others_as_many_voters_as_seats(
    kind: K, seats: int, number: int, of_board: bool
) -> None:
    assert signatures_needed(kind, seats) == SignaturesNeeded(
        number, of_board, Scope.MUNICIPALITY if of_board else Scope.DISTRICT
    )


@pytest.mark.rule("R-57")
def test_the_boards_right_to_vote_is_in_the_municipality_or_where_it_is_decided_in_the_district() -> None:
    for scope in Scope:
        settings = ListSettings(board_signer_scope=scope)
        assert signatures_needed(K.REGISTERED_PARTY, 15, settings).voters_in is scope
        assert signatures_needed(K.GROUP, 15, settings).voters_in is Scope.DISTRICT
        [missing] = [
            each
            for each in review(a_proposal(signers=board(True)), (), rules(settings=settings))
            if each.check is Check.BOARD_MEMBERS_MISSING
        ]
        assert missing.fact("where") == scope


@pytest.mark.rule("R-57")
def test_the_setting_can_let_two_of_the_board_sign_for_a_party_without_a_branch() -> None:
    settings = ListSettings(party_without_branch=PartyWithoutBranch.BOARD)
    assert signatures_needed(K.PARTY_WITHOUT_BRANCH, 15, settings) == SignaturesNeeded(
        2, board_members=True, voters_in=Scope.MUNICIPALITY
    )
    assert signatures_needed(K.GROUP, 15, settings) == SignaturesNeeded(15, board_members=False)


@pytest.mark.rule("R-57")
@pytest.mark.parametrize(
    ("number", "expected"), [(14, [Check.TOO_FEW_SIGNERS]), (15, []), (16, [])], ids=["one short", "enough", "more"]
)
def test_a_group_is_one_signature_short_at_fourteen_of_fifteen(number: int, expected: list[Check]) -> None:
    assert checked(a_proposal(GROUP, kind=K.GROUP, signers=voters(number))) == expected


@pytest.mark.rule("R-57")
def test_a_partys_two_signatures_are_of_its_board() -> None:
    assert checked(a_proposal(signers=board(True))) == [Check.BOARD_MEMBERS_MISSING, Check.NO_REPRESENTATIVE]
    assert Check.BOARD_MEMBERS_MISSING in checked(a_proposal(signers=voters(15)))
    assert checked(a_proposal(signers=board(True, True))) == []


@pytest.mark.rule("R-57")
def test_a_signer_without_the_right_to_vote_does_not_count() -> None:
    """15 of 16 count; then 14 of 15, which is one short."""
    outsider = signer(20, entitled=False)
    enough = a_proposal(GROUP, kind=K.GROUP, signers=(*voters(15), outsider))
    short = a_proposal(GROUP, kind=K.GROUP, signers=(*voters(14), outsider))
    assert checked(enough) == [Check.SIGNERS_WITHOUT_RIGHT]
    assert checked(short) == [Check.TOO_FEW_SIGNERS, Check.SIGNERS_WITHOUT_RIGHT]


@pytest.mark.rule("R-57")
def test_one_who_signs_twice_counts_once() -> None:
    """14 voters, one of them twice: 14."""
    proposal = a_proposal(GROUP, kind=K.GROUP, signers=(*voters(14), signer(1)))
    assert count_signatures(proposal.signers, SignaturesNeeded(15, board_members=False)).counting == 14
    assert checked(proposal) == [Check.TOO_FEW_SIGNERS, Check.SIGNED_TWICE]


@pytest.mark.rule("R-57")
def test_signatures_that_are_not_looked_up_are_the_offices_to_do() -> None:
    """13 looked up and 2 not: 15 can be enough, so nothing is wrong with the list yet."""
    unknown = [signer(n, entitled=None) for n in (14, 15)]
    [finding] = review(a_proposal(GROUP, kind=K.GROUP, signers=(*voters(13), *unknown)), [], rules())
    assert (finding.check, finding.weight) == (Check.SIGNERS_NOT_CHECKED, Weight.OFFICE)
    assert (finding.fact("checked"), finding.fact("needed")) == (13, 15)


@pytest.mark.rule("R-58")
def test_a_signer_signs_one_list_in_the_district() -> None:
    ours = a_proposal(GROUP, kind=K.GROUP, signers=voters(15))
    theirs = a_proposal("Ny kurs", key=2, kind=K.GROUP, names=(), signers=(signer(3),))
    [finding] = review(ours, [theirs], rules())
    assert finding.check is Check.SIGNED_SEVERAL
    assert (finding.fact("place"), finding.fact("heading")) == (3, "Ny kurs")
    assert checked(ours, replace(theirs, contest="arna")) == []


@pytest.mark.rule("R-58")
def test_a_finding_never_names_a_signer() -> None:
    theirs = a_proposal("Ny kurs", key=2, kind=K.GROUP, names=(), signers=(signer(3),))
    found = review(a_proposal(GROUP, kind=K.GROUP, signers=voters(15)), [theirs], rules())
    assert "Underskriver" not in str([each.facts for each in found if each.rule == "R-58"])


@pytest.mark.rule("R-58")
def test_the_same_name_without_a_birth_date_is_looked_into_before_it_counts_against_the_list() -> None:
    theirs = a_proposal("Ny kurs", key=2, kind=K.GROUP, names=(), signers=(signer(3, birth_date=None),))
    assert checked(a_proposal(GROUP, kind=K.GROUP, signers=voters(15)), theirs) == [Check.SIGNED_SEVERAL_PERHAPS]
    assert is_same_signer(signer(1), signer(2)) is False


@pytest.mark.rule("R-58")
def test_the_same_two_board_members_sign_in_several_districts() -> None:
    assert checked(a_proposal(), a_proposal(key=2, contest="arna", names=())) == []


@pytest.mark.rule("R-59")
@pytest.mark.parametrize("lacks", [{"birth_date": None}, {"address": " "}])
def test_birth_date_and_address_of_each_signer_come_with_the_list(lacks: dict[str, Any]) -> None:
    [finding] = review(a_proposal(signers=(board()[0], replace(board()[1], **lacks))), [], rules())
    assert (finding.check, finding.fact("places")) == (Check.SIGNER_DETAILS_MISSING, "2")


@pytest.mark.rule("R-60")
def test_a_partys_two_board_members_are_representative_and_deputy() -> None:
    who = representatives(board(), K.REGISTERED_PARTY, rules())
    assert (who.representative, who.deputy) == ("Underskriver1 Fana", "Underskriver2 Fana")
    assert (who.branch_board, who.committee) == (True, ())


@pytest.mark.rule("R-60")
def test_the_top_signers_of_other_lists_are_representatives_and_committee() -> None:
    """Ten signers: 1 and 2 speak for the list, 1–5 are the committee, 6–8 its deputies."""
    who = representatives(voters(10), K.GROUP, rules())
    assert (who.representative, who.deputy) == ("Underskriver1 Fana", "Underskriver2 Fana")
    assert who.committee == tuple(f"Underskriver{n} Fana" for n in range(1, 6))
    assert who.committee_deputies == tuple(f"Underskriver{n} Fana" for n in (6, 7, 8))


@pytest.mark.rule("R-60")
def test_with_few_signers_the_committee_is_filled_as_far_as_they_go() -> None:
    """Three seats, three signers: a committee of three and no deputies, which is worth knowing."""
    who = representatives(voters(3), K.GROUP, rules(3))
    assert (len(who.committee), who.committee_deputies) == (3, ())
    assert checked(a_proposal(GROUP, kind=K.GROUP, signers=voters(3)), by=rules(3)) == [Check.COMMITTEE_SHORT]


@pytest.mark.rule("R-60")
def test_under_the_act_of_2002_the_list_itself_names_them() -> None:
    old = rules(3, RuleSetName.VALGLOVEN_2002)
    roles = (SignerRole.COMMITTEE, SignerRole.DEPUTY, SignerRole.REPRESENTATIVE)
    signers = tuple(replace(each, role=role) for each, role in zip(voters(3), roles, strict=True))
    who = representatives(signers, K.GROUP, old)
    assert (who.representative, who.deputy) == ("Underskriver3 Fana", "Underskriver2 Fana")
    assert who.committee == ("Underskriver3 Fana", "Underskriver2 Fana", "Underskriver1 Fana")
    unnamed = a_proposal(GROUP, kind=K.GROUP, signers=voters(3))
    assert checked(unnamed, by=old) == [Check.NO_REPRESENTATIVE, Check.COMMITTEE_SHORT]
