"""What the public sees of a text with exempt passages."""

import pytest

from app.meetings.domain.exemption import (
    BASES,
    ExemptTextUnshielded,
    NoLegalBasis,
    NotForElectedBodies,
    Passage,
    Withheld,
    public_face,
    require_legal_basis,
    require_shielded,
)

SECRET = "offentleglova (2006) § 13"


@pytest.mark.rule("R-283", "R-300")
def test_the_public_sees_that_something_stands_there_and_why_never_what() -> None:
    passages = [Passage("Anne applies."), Passage("She is ill.", SECRET), Passage("She needs it.", SECRET)]
    assert public_face([*passages, Passage("Granted.")]) == (
        Passage("Anne applies."),
        Withheld(SECRET),
        Passage("Granted."),
    )


@pytest.mark.rule("R-300")
def test_two_paragraphs_beside_each_other_are_both_named() -> None:
    other = "offentleglova (2006) § 23"
    assert public_face([Passage("a", SECRET), Passage("b", other)]) == (Withheld(SECRET), Withheld(other))


@pytest.mark.rule("R-300")
@pytest.mark.parametrize("given", [" ", "offentleglova (2006) § 99", "§ 13"])
def test_an_exempt_passage_without_a_paragraph_is_refused(given: str) -> None:
    with pytest.raises(NoLegalBasis) as refused:
        public_face([Passage("a", given)])
    assert refused.value.open_bases == BASES


@pytest.mark.rule("R-283")
@pytest.mark.parametrize("number", [14, 15])
def test_internal_papers_cannot_be_kept_back_when_they_go_to_an_elected_body(number: int) -> None:
    with pytest.raises(NotForElectedBodies):
        require_legal_basis(f"offentleglova (2006) § {number}")


@pytest.mark.rule("R-300")
def test_publishing_words_that_are_exempt_is_refused_however_they_are_spaced() -> None:
    passages = [Passage("She is ill.", SECRET), Passage("Granted.")]
    require_shielded([("decision", "Granted.")], passages)
    with pytest.raises(ExemptTextUnshielded) as refused:
        require_shielded([("decision", "Granted."), ("remark", "They said:  she is\nILL.")], passages)
    assert refused.value.places == ("remark",)
