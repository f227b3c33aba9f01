"""How a pasted text is read: the regular expressions that torchmemo/errors.py and the browser share.

They are written into torchmemo/errors.json, in the syntax that Python's `re` (with `re.ASCII`) and JavaScript read alike.
"""

from __future__ import annotations

_ESC = r"(?:\x1b|\x9b|\u241b|\u2190|\^\[|\\(?:x1[bB]|u001[bB]|033|e))"
_DRIVE = r"(\b[A-Za-z]:\\[^ \t\n\"'<>|]*)"  # in a Windows path, \n is no line end

# (sign, pattern, replacement, kept): a pattern is tried only where its sign stands in the text; what group 1 of it
# matched stays, where `kept` says so.
CLEAN = [
    ["\r", r"\r\n?", "\n", False],
    ["warnings.warn(", r"^\s{0,40}warnings\.warn\((?=[^\n]{0,2000}\n?$)", "", False],  # the only line
    ["\x00", r"\x00+", "", False],
    ["", r"[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]+", "", False],
    ["", r"[\u2028\u2029\u0085]", "\n", False],
    ["&", r"&amp;", "&", False],
    ["&", r"&(?:quot|#0*34|#[xX]0*22);", '"', False],
    ["&", r"&(?:apos|#0*39|#[xX]0*27);", "'", False],
    ["&", r"&(?:lt|#0*60|#[xX]0*3[cC]);", "<", False],
    ["&", r"&(?:gt|#0*62|#[xX]0*3[eE]);", ">", False],
    ["&", r"&(?:nbsp|#0*160|#[xX]0*[aA]0);", " ", False],
    ["<", r"<(?:br|/p|/div|/li|/tr)\b[^<>\n]{0,200}>", "\n", False],
    ["<", r"</?(?:span|div|code|pre|p|b|i|em|strong|font|td|tr|li|ul|mark|ansi)\b[^<>\n]{0,200}>", "", False],
    ["[", _ESC + r"\[[0-9;?]{0,30}[A-Za-z]", "", False],
    ["[", r"\[(?:\d{1,3}(?:;\d{1,3}){0,5})m", "", False],
    ["\x1b", r"\x1b\][^\x07\x1b\n]{0,500}(?:\x07|\x1b\\)", "", False],
    ["\\", _DRIVE + r"|\\[rn]", "\n", True],
    ["\\", _DRIVE + r"|\\(?:t|u00[0-9a-fA-F]{2}|x[0-9a-fA-F]{2})", " ", True],
    ["\\", r"\\([\"'/_*`\[\]()<>#+.!|-])", r"\1", True],
]

# What a launcher, a logger, a container, a test runner or a quotation writes before each line.
_DATE = r"\d{4}[-/]\d\d[-/]\d\d"
_TIME = r"\d\d:\d\d:\d\d(?:[.,]\d{1,9})?"
_LEVEL = "(?:ERROR|WARNING|WARN|INFO|DEBUG|CRITICAL|FATAL|STDERR|STDOUT)"
PREFIX = (
    r"^[ \t]{0,40}(?:(?:"
    + "|".join(
        [
            r"\[?(?:rank|Rank|RANK|default|worker|Worker|proc|gpu|GPU|node|local_rank)[ _:=-]?\d{1,5}(?:\]:?|[:|>]|\):?)",
            r"\[\d+,\d+\]<std(?:err|out)>:?",
            r"\[\d{1,5}\]:",
            r"\(\w{1,60} pid=\d+[^)\n]{0,80}\)",
            r"\[pod/[^\]\n]{1,100}\]",
            rf"\[?{_DATE}[T _]{_TIME}(?:Z| ?[+-]\d\d:?\d\d)?\]?:?",
            rf"\[?{_TIME}\]?",
            rf"[A-Z][a-z]{{2}} [ \d]\d {_TIME} [\w.-]{{1,60}} [\w./-]{{1,60}}(?:\[\d+\])?:",
            r"\[?[IWEFDV]\d{4} \d\d:\d\d:\d\d[^\]\n]{0,80}\]",
            rf"\[?{_LEVEL}\]?:[\w.]{{1,60}}:",
            rf"\[?{_LEVEL}(?:\]:?|:| -|[ \t]+\|| )",
            r"\[[\w.]{1,60}\]\[[A-Z]{4,8}\](?: -)?",
            r"- [\w.]{1,60} -",
            r"-(?= )",
            r"[A-Za-z][\w.-]{0,60}[ \t]{1,20}\|",
            r"\d{1,4}:(?= )",
            r"E(?=[ \t]{2})",
            r">+",
            r"[|\u2502\u2503]",
        ]
    )
    + r")[ \t]?)+"
)

HEADLINE = (
    r"^[ \t\"'`*]{0,40}(?:[A-Za-z_]\w{0,60}\.){0,8}"
    r"([A-Za-z_]\w{0,60}(?:Error|Exception|Unsupported|Iteration|Failure|Failed|Timeout|Abort)|KeyboardInterrupt|SystemExit)"
    r"[`*]{0,3}(?::(?: |$|[`*\"])|[ \t\"'`*]{0,10}$)"
)
WARNING = r"^(?:[^ \t\n:][^:\n]{0,300}:\d{1,6}: |[ \t\"'`*]{0,10})(\w{0,60}Warning)\b[`*]{0,3}:(?: |$)"
OTHER = (
    r"^[ \t]{0,10}(?:Traceback \(most recent|terminate called|libc\+\+abi|Fatal Python error|what\(\):"
    r"|\[?[IWEF](?:\d{4} [\d:. ]+)? ?[\w./]{1,80}:\d{1,6}\])"
)
FRAME = r"^[ \t>\"']{0,40}File \"?([^\"\n]{1,400}?)\"?(?:, line |:)(\d{1,7})(?:,? in ([^\n]{1,200}))?[ \t]*$"
FRAME_IPYTHON = r"^[ \t]{0,20}((?:[A-Za-z]:)?[^ \t\n:*?\"<>|][^\n:*?\"<>|]{0,300}\.py|<ipython-input[^>\n]{1,80}>) in ([^\n]{1,200})$"
FRAME_CELL = (
    r"^[ \t]{0,20}((?:Cell |Input )?In ?\[\d+\])(?:, (?:line (\d{1,6})|in [^\n]{1,200}))?(?:, in [^\n]{1,200})?[ \t]*$"
)
FRAME_RICH = r"^[ \t]{0,20}[\u2502|] ((?:[A-Za-z]:|[/~.])[^\n:*?\"<>|]{1,300}):(\d{1,7}) in ([^ \t\n\u2502|]{1,100})"
FRAME_PYTEST = r"^((?:[A-Za-z]:)?[^ \t\n:*?\"<>|]{1,300}\.py):(\d{1,7}): (?:in )?(\w{1,100})[ \t]*$"
LIBRARY = (
    r"site-packages|dist-packages|[/\\][Ll]ib(?:64)?[/\\]python\d|[/\\]python\d(?:\.\d+)?[/\\]|[Pp]ython\d{2,3}[/\\][Ll]ib[/\\]"
    r"|(?:conda\d?|envs[/\\][^/\\]+|Anaconda\d?|Miniconda\d?|pyenv-win[^\n]{0,60})[/\\][Ll]ib[/\\]|^<(?!ipython|stdin|string)|^/opt/pytorch/|[/\\]bin[/\\][\w.-]+$"
)
# The folder of an environment, which is no sign of what a text is about: people call theirs pytorch. In lower case.
ENVIRONMENT = (
    r"[/\\]envs[/\\][^/\\ \t\n\"']{1,80}|[/\\][^/\\ \t\n\"']{1,80}(?=[/\\]lib(?:64)?[/\\](?:python\d|site-packages))"
)
ARROW = r"^[ \t|\u2502]{0,20}-{1,8}> ?(\d{1,7})(?:[ \t]|$)"
NUMBERED = r"^[ \t|\u2502]{0,20}(\d{1,7})(?:[ \t]|$)"
RICH_SOURCE = r"^[ \t]{0,20}[\u2502|][ \t]{0,6}(?:[\u2771>][ \t]{0,6})?(\d{1,7})[ \t]{1,6}[\u2502|]"
RAISE = r"^[ \t>]{0,60}(?:raise[ \t]+[A-Za-z_][\w.]{0,80}|warnings\.warn|torch\._check\w{0,20})\("


def rules() -> dict:
    """Return all of them, by name."""
    return {
        "clean": CLEAN,
        "prefix": PREFIX,
        "headline": HEADLINE,
        "warning": WARNING,
        "other": OTHER,
        "frames": {
            "python": FRAME,
            "ipython": FRAME_IPYTHON,
            "cell": FRAME_CELL,
            "rich": FRAME_RICH,
            "pytest": FRAME_PYTEST,
        },
        "library": LIBRARY,
        "environment": ENVIRONMENT,
        "arrow": ARROW,
        "numbered": NUMBERED,
        "rich_source": RICH_SOURCE,
        "raise": RAISE,
    }
