"""The site's machinery: from pages, scripts and data to Markdown. It imports neither torch nor MkDocs.

The page `architecture` of the site says how the parts fit together.
"""


class ContentError(Exception):
    """A page, a script or data that the site cannot show; the message names the file, where, and the way out."""
