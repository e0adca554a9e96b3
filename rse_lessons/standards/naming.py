"""Names that travel: of files in a package, of things in a learner's saved state, and in IRIs."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Mapping

KEY = 5
"""Letters of a key. Of a hundred ids, two share their first five letters once in seven thousand modules."""
_PLAIN = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?")
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")


def file_name(module_id: str) -> str:
    """Give a module's name in a package, fit for file names, XML ids and web addresses alike.

    It is the id itself where that is plain; otherwise a digest of it, the same with each export.
    """
    if _PLAIN.fullmatch(module_id):
        return module_id
    return f"module-{_digest(module_id)[:16]}"


def keys(ids: Iterable[str]) -> Mapping[str, str]:
    """Give a short key for each id. All are equally long and the same as long as the ids are the same."""
    known = tuple(dict.fromkeys(ids))
    for width in range(KEY, 53):
        made = {one: _digest(one)[:width] for one in known}
        if len(set(made.values())) == len(known):
            break
    return made


def percent(text: str) -> str:
    """Write any text so that it can stand in an IRI: RFC 3986, section 2.1."""
    return "".join(
        letter if letter in _UNRESERVED else "".join(f"%{byte:02X}" for byte in letter.encode("utf-8"))
        for letter in text
    )


def _digest(text: str) -> str:
    raw = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
    return base64.b32encode(raw).decode("ascii").rstrip("=").lower()
