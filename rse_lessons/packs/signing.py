"""Signing packs with Ed25519 (RFC 8032), and seeing who signed one. Says nothing about whom to trust.

What is signed is the list of contents, which holds the SHA-256 of every file. The key lies in one file that
only its account may read; docs/decisions.md says why it has no passphrase.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING

from rse_lessons.i18n.catalogues import tr
from rse_lessons.packs.form import MAX_SIGNATURE, PackError, ask_author
from rse_lessons.settings.files import OWNER, write_whole

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

_MEANT = b"RSE Lessons pack, format 1\n"
"""Stands before what is signed, so that no signature made for something else fits a pack."""
_KEYS = frozenset({"algorithm", "key", "signature"})
LARGEST_KEY = 4096


def fingerprint(key: bytes) -> str:
    """Give a public key as people compare it: eight groups of four signs, half of its SHA-256."""
    digest = hashlib.sha256(key).hexdigest()[:32].upper()
    return " ".join(digest[start : start + 4] for start in range(0, 32, 4))


def sign(manifest: bytes, key: Ed25519PrivateKey) -> bytes:
    """Give the file that says that the owner of `key` signed this list."""
    content = {
        "algorithm": "ed25519",
        "key": base64.b64encode(public_part(key)).decode(),
        "signature": base64.b64encode(key.sign(_MEANT + manifest)).decode(),
    }
    return json.dumps(content, indent=1).encode()


def signer_of(manifest: bytes, signature: bytes) -> bytes:
    """Give the public key that signed this list. Raises PackError when the signature does not fit it."""
    key, signed = _read(signature)
    # imported late: start-up, and only signed packs need it
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey  # noqa: PLC0415

    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signed, _MEANT + manifest)
    except (InvalidSignature, ValueError):
        raise PackError(
            tr("Its signature does not fit: the pack was changed after it was signed, or signed wrongly.")
        ) from None
    return key


def public_part(key: Ed25519PrivateKey) -> bytes:
    """Give the 32 bytes that everybody may know."""
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat  # noqa: PLC0415  imported late: start-up

    return key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)


def _read(signature: bytes) -> tuple[bytes, bytes]:
    try:
        if len(signature) > MAX_SIGNATURE:
            raise ValueError("too long")
        found = json.loads(signature.decode("ascii"))
        if not isinstance(found, dict) or set(found) != _KEYS or found["algorithm"] != "ed25519":
            raise ValueError("not a signature")
        key, signed = (base64.b64decode(str(found[name]), validate=True) for name in ("key", "signature"))
    except (ValueError, KeyError, RecursionError, binascii.Error):
        raise PackError(tr("Its signature cannot be understood."), ask_author()) from None
    if (len(key), len(signed)) != (32, 64):
        raise PackError(tr("Its signature cannot be understood."), ask_author())
    return key, signed


# The key of this PC's account


def read_key(path: Path) -> Ed25519PrivateKey | None:
    """Read the key; None when there is none. Raises PackError when there is a file and no key in it."""
    from cryptography.exceptions import UnsupportedAlgorithm  # noqa: PLC0415  imported late: start-up
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # noqa: PLC0415
    from cryptography.hazmat.primitives.serialization import load_pem_private_key  # noqa: PLC0415

    try:
        with path.open("rb") as file:
            found = load_pem_private_key(file.read(LARGEST_KEY), password=None)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError, UnsupportedAlgorithm):
        found = None
    if not isinstance(found, Ed25519PrivateKey):
        raise PackError(
            tr("The key that signs your packs, {file}, cannot be read.").format(file=path),
            tr(
                "Share the pack unsigned, or delete that file: a new key is then made, and others see that "
                "it is new."
            ),
            tr("Nothing was written, and your lessons are as they were."),
        )
    return found


def read_or_make_key(path: Path) -> Ed25519PrivateKey:
    """Read the key, or make one that only this account may read. Raises PackError and OSError."""
    known = read_key(path)
    if known is not None:
        return known
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # noqa: PLC0415  imported late: start-up
    from cryptography.hazmat.primitives.serialization import (  # noqa: PLC0415  imported late: start-up
        Encoding,
        NoEncryption,
        PrivateFormat,
    )

    made = Ed25519PrivateKey.generate()
    pem = made.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    write_whole(path, pem, mode=OWNER)
    return made
