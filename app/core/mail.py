"""E-mails through the municipality's own server, with the standard library; where there is none, files to send.

``smtp://user:password@host:587`` upgrades to TLS before it says anything; ``smtps://`` begins with it.
"""

import smtplib
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from urllib.parse import unquote, urlsplit

PLAIN, ENCRYPTED = 587, 465
PATIENCE = 20  # seconds
LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True, slots=True)
class Letter:
    """An e-mail to one person: plain text, and perhaps a PDF with its file name."""

    to_name: str
    to_address: str
    subject: str
    text: str
    pdf: bytes = b""
    pdf_name: str = ""


def written(letter: Letter, sender: str) -> EmailMessage:
    """The letter as an e-mail; line breaks in names and subjects do not become headers."""
    message = EmailMessage()
    message["To"] = letter.to_address
    message["Subject"] = " ".join(letter.subject.split())
    if sender:
        message["From"] = sender
    message.set_content(letter.text)
    if letter.pdf:
        message.add_attachment(letter.pdf, maintype="application", subtype="pdf", filename=letter.pdf_name)
    return message


def file_of(letter: Letter, sender: str) -> bytes:
    """The e-mail as a file that mail programs open (``.eml``)."""
    return written(letter, sender).as_bytes(policy=SMTP)


def send_all(server: str, sender: str, letters: Mapping[int, Letter]) -> dict[int, str]:
    """Hand the letters to the mail server, one by one; key → what went wrong, empty for those it took."""
    try:
        with _connection(server) as connection:
            return {key: _send(connection, letter, sender) for key, letter in letters.items()}
    except (OSError, smtplib.SMTPException) as refused:
        return dict.fromkeys(letters, type(refused).__name__)


def _send(connection: smtplib.SMTP, letter: Letter, sender: str) -> str:
    try:
        connection.send_message(written(letter, sender))
    except smtplib.SMTPRecipientsRefused:
        return "SMTPRecipientsRefused"
    except (smtplib.SMTPException, ValueError) as refused:
        return type(refused).__name__
    return ""


@contextmanager
def _connection(server: str) -> Iterator[smtplib.SMTP]:
    """Signed in where a name is given; a password is never sent in the clear to another machine."""
    url = urlsplit(server)
    host, secure = url.hostname or "", url.scheme == "smtps"
    port = url.port or (ENCRYPTED if secure else PLAIN)
    context = ssl.create_default_context()
    made = (
        smtplib.SMTP_SSL(host, port, timeout=PATIENCE, context=context)
        if secure
        else smtplib.SMTP(host, port, timeout=PATIENCE)
    )
    with made as connection:
        if not secure and (host not in LOCAL or connection.has_extn("starttls")):
            connection.starttls(context=context)
        if url.username:
            connection.login(unquote(url.username), unquote(url.password or ""))
        yield connection
