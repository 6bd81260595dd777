"""`python -m tourdesk`."""

import sys

from tourdesk.bootstrap import command

sys.exit(command())
