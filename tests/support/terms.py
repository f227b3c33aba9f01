"""The terms and the plain words that the pages are held to."""

from __future__ import annotations

import re

from sitekit import glossary
from sitekit.project import Project

HANGUL = re.compile(r"[\uac00-\ud7a3\u3131-\u318e]")
_BEFORE = "(?<![가-힣])"  # the beginning of a Korean word

# Words that are no terms of the glossary, with the usual word for each: a pattern, and what the site says.
PLAIN = [
    ("우리는|우리가", "(the sentence without it)"),
    ("까닭", "이유, 원인"),
    (f"{_BEFORE}견[주준줘줄]", "비교하다"),
    ("거절[하한할해했된되]", "오류를 낸다, 받지 않는다"),
    (f"{_BEFORE}간직", "저장하다, 보관하다"),
    ("되살[리린려릴]", "불러오다, 복원하다"),
    ("되짚", "거슬러 가다, 역전파하다"),
    (f"{_BEFORE}걷(?:는다|고|지|어|기)|{_BEFORE}걸어간", "진행하다 (steps are not walked)"),
    (f"{_BEFORE}손수", "직접"),
    (f"{_BEFORE}저마다", "각각, 마다"),
    (f"{_BEFORE}따위", "등"),
    ("되풀이", "반복"),
    (f"{_BEFORE}빈칸", "공백"),
    ("(?<!난수 )(?<!난수)생성기", "제너레이터"),
    ("파이썬", "Python"),
    ("행렬곱", "행렬 곱"),
    (f"{_BEFORE}직각(?!형)", "직교"),
    (f"{_BEFORE}무너[지진져질]", "실패하다"),
    (f"{_BEFORE}붙[들든]|움켜|{_BEFORE}쥐고", "참조하다, 보관하다"),
    (f"{_BEFORE}(?:말없이|조용히)|아무 말 없이", "오류 없이"),
    (f"{_BEFORE}아무도", "(what happens: 오류도 경고도 없다)"),
    (f"{_BEFORE}낡[은았]", "오래된, 옛"),
    ("열린 물음", "질문"),
    ("메모가 말한 것", "메모와 사실 비교"),
    ("에 의해|로부터", "(Korean without it)"),
    ("출력층|입력층|은닉층", "출력 계층, 입력 계층, 은닉 계층"),
]
# What a page or a lab does not say, and what it says instead.
AVOIDED = [(other, term.ko) for term in glossary.terms(Project()) for other in term.avoid] + PLAIN

# British spellings, as patterns of whole words, and the American ones.
_OUR = "behavi|col|fav|neighb|lab|hon|hum|rum|harb|endeav|flav|vap"
_ISE = (
    "initial|normal|regular|serial|optim|summar|parallel|general|minim|maxim|recogn|organ|special|real|visual|token"
    "|quant|synchron|standard|vector|util|random|local|final|memor|emphas|penal|categor|equal|custom|character"
)
BRITISH = [
    (rf"\b(?:{_OUR})our(?:s|ed|ing|ful|able|less|ite|al|hood)?\b", "-or, as in color"),
    (rf"\b(?:un|re|de)?(?:{_ISE})is(?:e|es|ed|er|ers|ing|ation|ations)\b", "-ize, as in initialize"),
    (r"\banaly(?:se|ses|sed|sing)\b(?<!analyses)", "analyze"),
    (r"\b(?:cent|met|lit|fib|theat)re(?:s|d)?\b", "-er, as in center"),
    (r"\b(?:label|model|cancel|travel|signal|channel|total)l(?:ed|ing|er|ers)\b", "one l, as in labeled"),
    (r"\bgrey(?:s|ed|ish|scale)?\b", "gray"),
    (r"\b(?:licence|defence|offence|pretence)s?\b", "-se, as in license"),
    (r"\b(?:catalogue|dialogue|analogue)s?\b", "-og, as in catalog"),
    (
        r"\b(?:artefact|programme|cheque|tyre|aluminium|sceptic\w*|whilst|amongst|learnt|spelt|judgement)s?\b",
        "the American form",
    ),
]
