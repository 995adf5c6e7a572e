"""What gunicorn reads before it starts a worker: settings that cannot be used stop it here, once and in one line.

Left to the workers, they would be refused by each worker, which gunicorn would start again for ever.
"""

import sys

from config import Config, UnusableSetting

try:
    Config.from_environment()
except UnusableSetting as unusable:
    sys.exit(str(unusable))
