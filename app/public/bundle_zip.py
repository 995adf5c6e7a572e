"""The verification bundle as one ZIP file, with the same bytes every time it is made."""

import io
import zipfile
from datetime import datetime

from sqlalchemy.orm import Session

from app.core.zip_files import zip_entry
from app.elections.domain.settlement import NothingToSettle
from app.elections.queries import election_by_address
from app.elections.refusals import NotAllSettled, NotReleased
from app.elections.services.export import bundle_files


def bundle_zip(session: Session, address: str, at: datetime) -> bytes | None:
    """The files of the bundle in a folder of the election's name; None until all of it may be seen.

    Law: valgloven (2002) § 9-9; valgloven (2023) § 21-8.
    Rules: R-140.
    """
    election = election_by_address(session, address)
    if election is None:
        return None
    target = io.BytesIO()
    try:
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as bundle:
            for name, pieces in bundle_files(session, election, now=at):
                with bundle.open(zip_entry(f"kontrollpakke-{address}/{name}"), "w", force_zip64=True) as entry:
                    for piece in pieces:
                        entry.write(piece)
    except (NotReleased, NotAllSettled, NothingToSettle):
        return None
    return target.getvalue()
