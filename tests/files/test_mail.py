"""E-mails as files: what they hold, and that no name or subject becomes a header."""

from email import message_from_bytes
from email.policy import default

from app.core.mail import Letter, file_of, send_all


def test_a_letter_as_a_file_has_its_text_and_its_paper() -> None:
    letter = Letter("Kari", "kari@post.example", "Møte på Fana", "Hei på deg", b"%PDF-1.7", "innkalling.pdf")
    message = message_from_bytes(file_of(letter, "utvalg@bergen.example"), policy=default)
    assert (message["To"], message["From"], message["Subject"]) == (
        "kari@post.example",
        "utvalg@bergen.example",
        "Møte på Fana",
    )
    body = message.get_body()
    assert body is not None
    assert body.get_content().strip() == "Hei på deg"
    assert [each.get_filename() for each in message.iter_attachments()] == ["innkalling.pdf"]


def test_a_line_break_in_a_subject_becomes_no_header() -> None:
    letter = Letter("Kari", "kari@post.example", "Møte\r\nBcc: alle@post.example", "Hei")
    message = message_from_bytes(file_of(letter, ""), policy=default)
    assert message["Bcc"] is None
    assert message["Subject"] == "Møte Bcc: alle@post.example"


def test_a_mail_server_that_is_not_there_is_told_for_each_letter() -> None:
    """Port 1 of this machine answers nobody."""
    letters = {7: Letter("Kari", "kari@post.example", "Møte", "Hei")}
    assert send_all("smtp://127.0.0.1:1", "utvalg@bergen.example", letters) == {7: "ConnectionRefusedError"}
