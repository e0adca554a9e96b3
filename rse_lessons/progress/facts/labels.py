"""What a class may be called, and a guess whether a label is rather a person's name.

A guess is for a gentle question in a window; nothing is refused because of it.
"""

from __future__ import annotations

import re

LONGEST = 40
"""Characters of a class label."""

_NOT_NAMES = frozenset(
    """
    acer am ash aspen base beech birch blue cedar cherry chestnut class curlew eagle elm english falcon fir
    form foundation fourth friday gold green group half hawk hazel heron high hive holly house infant infants
    ivy juniper junior juniors key kestrel kingfisher lark larch lime lower magpie maple mixed monday morning
    nursery oak orange osprey otter owl pathway pine pink plum pm poplar primary purple reception red robin
    room rowan school science second secondary set sixth skylark sparrow stage starling swallow swift sycamore
    team the third thursday tuesday tutor unit upper wednesday willow wren year yellow yew afternoon badger
    dosbarth blwyddyn rang bliain clas bliadhna derw onnen celyn
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
"""Words that classes are called by, also in Welsh, Irish and Gaelic, and seldom a person."""

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*\.?")
_TITLE = re.compile(r"(mr|mrs|ms|miss|mx|dr|sir|madam)\.?", re.IGNORECASE)


def tidy(label: str) -> str:
    """Give the label without space around it, and with one space between words."""
    return " ".join(label.split())


def check_label(label: str) -> None:
    """Raise ValueError unless `label` is empty (no class) or a tidy label of 1 to 40 characters."""
    if label != tidy(label) or len(label) > LONGEST or not label.isprintable():
        raise ValueError(f"a class label has up to {LONGEST} characters and no space around it")


def looks_like_a_name(label: str) -> bool:
    """Whether a label such as "Jane Smith" may name a person.

    Cautious on purpose: two or three capitalised words without a digit, none of which is a word that
    classes are called by ("Year", "Oak", "Green"). "Hazel", "4 Maple", "7B" and "Year 3 Oak" are labels.
    A teacher's title ("Mrs Jones") names a person too.
    """
    words = tidy(label).split(" ")
    if any(character.isdigit() for character in label):
        return False
    titled = bool(_TITLE.fullmatch(words[0]))
    if titled:
        return len(words) in {2, 3, 4}
    if len(words) not in {2, 3} or not all(_WORD.fullmatch(word) for word in words):
        return False
    if any({word.casefold(), word.casefold().removesuffix("s")} & _NOT_NAMES for word in words):
        return False
    return all(word[0].isupper() and (len(word) == 1 or not word.isupper()) for word in words)
