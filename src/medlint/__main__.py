"""``python -m medlint``."""

import sys

from medlint.cli import main

sys.exit(main())
