"""The terms that the pages are held to."""

from __future__ import annotations

import re

from sitekit import glossary
from sitekit.project import Project

HANGUL = re.compile(r"[\uac00-\ud7a3\u3131-\u318e]")
AVOIDED = [(other, term.ko) for term in glossary.terms(Project()) for other in term.avoid]
AVOIDED.append(("우리는|우리가", "(the sentence without it)"))
