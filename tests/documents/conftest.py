"""Documents are printed with the fonts that set-up makes."""

import pytest

from app.pdf.fonts import FOLDER, Face


@pytest.fixture(scope="session", autouse=True)
def _fonts() -> None:
    missing = [face for face in Face if not (FOLDER / f"{face}.ttf").is_file()]
    if missing:
        pytest.fail(f"fonts for documents are missing ({', '.join(missing)}): run make setup", pytrace=False)
