"""What who writes compiled words and who reads them agree on."""

from __future__ import annotations

MAGIC = 0x950412DE
SOURCE = "X-Source"
"""The field of the header with the sum of the catalogue's file."""


def source_sum(text: str) -> str:
    """Give the sum by which a compiled file knows its catalogue, whatever its line ends are."""
    from hashlib import sha256  # noqa: PLC0415  imported late: what is kept in the cache needs none

    return sha256(text.replace("\r\n", "\n").encode()).hexdigest()
