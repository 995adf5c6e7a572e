"""What a server and the ``flask`` command load: ``flask --app wsgi …``, ``gunicorn wsgi:app``."""

import sys

from app import create_app
from config import UnusableSetting

try:
    app = create_app()
except UnusableSetting as unusable:
    sys.exit(str(unusable))
