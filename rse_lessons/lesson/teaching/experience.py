"""Finds questions about a pupil's own life. Nobody in a class is asked for that, not by a show of hands.

Among thirty children are one or two who live through what the lesson is about; a question would expose
them before the others. What is looked for is asked of “you” or of the room. A sentence that says what
*not* to ask is clean, and so is what an invented person says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from rse_lessons.lesson.problems import Problem
from rse_lessons.lesson.teaching.said import Passage, Voice, note_passages, pieces, sentences
from rse_lessons.lesson.teaching.subject import Rule, Subject

_PEOPLE = r"(?:anyone|anybody|someone|somebody|everyone|everybody|any of you|some of you|one of you)"
_ROOM = r"(?:here|in (?:this|our|the) (?:class|classroom|room|group))"
_HAS = r"(?:has|have|had|is|was|owns?|uses?)"
_CLASS = (
    r"(?:pupils|students|learners|children|(?:the|your) (?:class|group|pupils|children)|them|pairs|groups"
    r"|everyone|everybody|each (?:pupil|pair|child))"
)
_FAMILY = (
    r"(?:mum|dad|mother|father|parent|family|families|carer|boyfriend|girlfriend|brother|sister"
    r"|gran|grandma)s?"
)
_DONE = (
    r"(?:sent|shared|received|posted|forwarded|passed on|been|felt|had|seen|got|taken|deleted|told|kept"
    r"|experienced|asked)"
)
_DEVICES = (
    r"(?:phones?|tablets?|mobiles?|smartphones?|accounts?|profiles?|passwords?|apps?|group chats?"
    r"|pictures?|photos?|photographs?|selfies?|nudes?|camera rolls?|messages?|chats?)"
)
_BONDS = r"(?:boyfriends?|girlfriends?|chatbots?|companions?|relationships?|friendships?)"
_OWN = rf"(?:{_DEVICES}|{_BONDS}|experiences?|life|lives|homes?)"
_OPINION = (
    r"(?:think|believe|agree|disagree|would|could|can|know|need|want|prefer|choose|chose|wish|vote|hear"
    r"|like|feel (?:sure|ready)|are|'re|have (?:an|a question|any question|questions|finished|heard the))"
)
_HANDS = (
    r"\b(?:hands? up|(?:put|hold|stick) (?:up )?(?:your|a) hands?(?: up)?"
    r"|(?:raise|lift|show|hold up) (?:your|a) (?:hand|thumb|finger|card)s?),? (?:please,? )?"
)
_RECALL = (
    r"(?:^|[.:;?!“\"…,] ?|\b(?:and|then|now|please|to|can you|could you|will you) )"
    r"(?:think (?:of|about|back to)|remember|describe|write (?:about|down)|talk about|draw|imagine"
    r"|tell (?:us|me|the class|the group|each other|one another|a partner|your partner)(?: about)?)"
)
_ASKED = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # Have you …?
        r"\bhave (?:any of )?you (?:all |yourself |yourselves )?ever\b",
        rf"\bhave (?:any of )?you (?:all |yourself |yourselves |already |also )?{_DONE}\b"
        r"(?! (?:the|enough|time|a turn|a go|a chance|an idea|a question|any questions?)\b)",
        r"\bhave any of you\b(?! (?:got )?(?:a |any )?(?:questions?|ideas?|finished))",
        r"\b(?:did|do|were|are) (?:any of )?you ever\b",
        # Has anybody …?
        rf"\bhas {_PEOPLE} (?:{_ROOM} )?(?:ever|{_DONE})\b[^?]*\byou\b",
        rf"\bhas {_PEOPLE} {_ROOM}",
        r"\bhas (?:anyone|anybody|any of you) ever\b",
        r"\bhas (?:a|your|any) (?:friend|partner|boyfriend|girlfriend|stranger|adult)(?: of yours)? ever\b",
        # Who here has …? How many of you …?
        rf"\bwho(?:se)? (?:{_ROOM}|of you) {_HAS}\b",
        r"\bwho has ever\b",
        rf"\b(?:how many|which) of (?:you|us) (?!{_OPINION}\b)\w+",
        # Hands up if you …
        rf"{_HANDS}(?:if|when) (?:you|any of you)(?:'ve)? (?!{_OPINION}\b)\w+",
        rf"{_HANDS}(?:if|when) (?:{_PEOPLE}|a friend) (?:has|had|ever)\b",
        rf"{_HANDS}(?:{_PEOPLE} |those |all )?(?:who|whose) {_HAS}\b",
        rf"\bshow of hands\b[^.?]{{0,12}}\bwho {_HAS}\b",
        r"\b(?:stand up|step forward|sit down|move|thumbs? up|nod),? if you(?:'ve| have| had| were| ever)\b",
        # When did you last …? How often do you …?
        r"\bwhen (?:did|have|were) you (?:last|first|ever)\b",
        r"\bwhen was the (?:last|first) time (?:that )?(?:you|somebody|someone)\b",
        r"\bwhat(?:'s| is| was) the (?:last|first|worst|best) (?:\w+ ){1,3}(?:that )?you"
        r"(?:'ve| have| ever| sent| got| had| took| received| shared| saw| posted)\b",
        r"\bhow (?:often|many times|much time|many hours) (?:do|did|have|has|are) you\b(?! (?:think|need))",
        r"\bthe (?:last|first|worst) \w+ (?:that )?you(?:'ve| have)? (?:ever )?"
        r"(?:sent|posted|shared|received|took|forwarded)\b",
        r"\bwhen you were (?:asked|sent|pushed|pressured|hurt|left out|threatened)\b[^.]*\?",
        rf"\bhow many (?:friends|followers|people|hours|{_DEVICES}) (?:do|have|did) you\b",
        # Do you have a …? Which apps do you …?
        r"\bdo you (?:have|own|use|keep|send|share|post|take|talk to|chat (?:to|with)) "
        rf"(?:an?|your own|any|private) (?:\w+ )?(?:{_DEVICES}|{_BONDS})\b",
        rf"\b(?:what|which) (?:\w+ )?(?:games?|sites?|{_DEVICES}) (?:do|are) you\b",
        # Has this happened to you?
        r"\b(?:has|did|does) (?:this|that|it|(?:any|some)thing like (?:this|that|it)) (?:ever )?"
        r"happen(?:ed)? to (?:you|any of you|anyone here|anybody here)\b",
        r"\bwhat (?:has )?happened to you\b",
        r"\b(?:something|anything) (?:that )?(?:has |had |ever )?happened to you\b[^.]*\?",
        # Think of your own …
        rf"{_RECALL} [^.;:?!,]{{0,20}}\b(?:your own (?:\w+ )?{_OWN}|your (?:own )?{_FAMILY}"
        r"|your (?:phone|messages|camera roll|relationships?|experiences?|life))\b",
        rf"{_RECALL} (?:a|the|any|one) (?:last |first )?(?:time|moment|day|occasion) "
        r"(?:when |that |where )?(?:you|some(?:one|body) (?:has |had )?(?:\w+ ){1,3}you)\b",
        rf"\b(?:do|does|did|has|have|is|are) your (?:own )?{_FAMILY}\b[^.]*\?",
        r"\b(?:what|how|where|who|whose) (?:is|are|was|were|does|do|did) (?:on )?your own\b[^.]*\?",
        rf"\b(?:what|which|how many) [^.?]{{0,30}}\b(?:on|in) your (?:own )?{_OWN}\b[^.]*\?",
        rf"{_RECALL} [^.;:?!,]{{0,30}}\byou(?:'ve| have)? (?:ever )?"
        r"(?:sent|shared|received|posted|forwarded|deleted|felt|been|regret)\b",
        # Ask pupils whether they have …
        rf"\bask (?:{_CLASS} )?(?:if|whether|how often|when) (?:they|{_PEOPLE}|any of them) "
        rf"(?:have |has |had )?(?:ever|{_DONE})\b",
        rf"\bask (?:{_CLASS} )?(?:who|if they|whether they|how many(?: of them)?) {_HAS} "
        rf"(?:ever\b|(?:an?|any|their own) (?:\w+ )?(?:{_DEVICES}|{_BONDS})\b)",
        rf"\b(?:ask|invite|encourage|let|get) {_CLASS} (?:to )?(?:think (?:of|about|back)|remember|recall"
        r"|share|describe|talk about|write about|tell (?:each other|a partner|the class|you)(?: about)?) "
        rf"[^.;:?!,]{{0,20}}(?:\btheir own (?:\w+ )?(?:{_OWN}|{_FAMILY})|\ba time (?:when |that )?they"
        r"|\bsomething that (?:has )?happened to them|\b(?:an )?experiences?)\b",
        rf"\bis there [^.?]{{0,40}}\b(?:on|in) your (?:own )?{_OWN}\b",
    )
)
_MAY_ASK = re.compile(
    r"\byou|\bwho|\b(?:any|some|every)(?:one|body)\b|\bthey\b|\btheir\b|\bexperience", re.IGNORECASE
)
"""Without one of these nobody is asked, and nothing further is looked for."""
_NO = (
    r"\b(?:not|never|\w+n't|cannot|nobody|no one|nothing|none|without|rather than|instead of|avoid|no|nor)\b"
)
_NOT_ASKED = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_NO}[^.;?!:]{{0,45}}\b(?:ask\w*|questions?|say(?:ing)?|begin|start|use|wonder)\b[^.;?!]{{0,60}}$",
        rf"{_NO}[^.;?!:,]{{0,25}}$",
    )
)
_IF_NOBODY = re.compile(r"\b(?:if|when) (?:nobody|no one|nothing)\b", re.IGNORECASE)
_NEVER_AFTER = re.compile(r"^[^.?]{0,80}\?[\"”'’)\s]*(?:is|are|has) (?:not|never|no)\b", re.IGNORECASE)
_THEY_ASK = re.compile(
    r"\b(?:pupils?|child(?:ren)?|somebody|someone|they|class|friends?|anyone|he|she) "
    r"(?:may |might |will |could )?(?:asks?|says?|wonders?)\b[^.?!]{0,30}$",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"")
_TO_SAY = re.compile(r"\b(?:ask|answer|say|reply)\b[^.“\"]{0,20}$", re.IGNORECASE)
_SAME = str.maketrans("‘’", "''")


def own_experience(subject: Subject) -> Iterator[Problem]:
    """Ask that nobody is asked about their own life, on slides, in notes or in how a lesson ends."""
    aloud = pieces((*note_passages(subject.lesson), *_head(subject)), subject.words.fill)
    said = (replace(piece, text=without_the_invented(piece)) for piece in (*subject.for_pupils, *aloud))
    for sentence in sentences(said):
        if words := asked_in(sentence.text):
            asks = (
                f"“{words}” asks pupils about their own life, and one of them may be living through this; "
                "ask about the invented people, or what somebody could do."
            )
            yield subject.error(subject.find(words, subject.line_of(sentence)), asks, "own-experience")


def _head(subject: Subject) -> Iterator[Passage]:
    """Give the parts of the head by which a class is taught; what goes home is asked at home."""
    front = subject.lesson.front
    for name, texts in (("endings", front.endings), ("adaptations", front.adaptations)):
        for text in texts.values():
            yield Passage(text, subject.field(name), 0, Voice.NOTES)


def without_the_invented(piece: Passage) -> str:
    """Leave out what invented people and pupils say; what the teacher is to say stays."""
    text = piece.text
    if piece.voice is Voice.NOTES:
        return text
    if piece.voice is Voice.HEARD:
        return _QUOTED.sub(lambda said: said[0] if _TO_SAY.search(text[: said.start()]) else "…", text)
    return _QUOTED.sub("…", text)


def asked_in(sentence: str) -> str:
    """Give the words by which a sentence asks a pupil about their own life; empty when it does not."""
    text = sentence.translate(_SAME)
    if not _MAY_ASK.search(text):
        return ""
    for pattern in _ASKED:
        for found in pattern.finditer(text):
            if not _is_framed(text[: found.start()], text[found.end() :]):
                return found[0].strip(" “”\"'.,:;?!…")
    return ""


def _is_framed(before: str, after: str) -> bool:
    """Say whether the words around say that this is not asked, or that somebody else asks it."""
    before = _QUOTED.sub("", _IF_NOBODY.sub("", before))
    framed = any(pattern.search(before) for pattern in (*_NOT_ASKED, _THEY_ASK))
    return framed or _NEVER_AFTER.search(after) is not None


EXPERIENCE_RULES: tuple[Rule, ...] = (own_experience,)
