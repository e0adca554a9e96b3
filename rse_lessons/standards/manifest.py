"""The list of contents of a package: `imsmanifest.xml` of SCORM 1.2, with its metadata.

Elements and their order are those of the IMS content packaging 1.1.2 and metadata 1.2.1 bindings, with what
ADL's SCORM 1.2 content aggregation model adds and asks for. There is no `masteryscore` on purpose: where a
package names one, platforms give the status from the score alone, and so would let somebody pass who missed
a question about a scene.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

FILE = "imsmanifest.xml"
_COMMON = "common"
_LONGEST = {"title": 200, "description": 1_000}
# What XML 1.0 cannot hold.
_CONTROL = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Sco:
    """A module in a package."""

    name: str
    """Fit for an XML id and for a file."""
    title: str
    summary: str
    language: str
    minutes: int
    files: tuple[str, ...]
    """Its own page first, then its pictures."""
    rights: str = ""
    """Under which terms others may use it; empty when that is not known."""


def manifest(name: str, title: str, scos: Sequence[Sco], common: Sequence[str], version: str) -> str:
    """Give the list of a package called `name`; `common` are the files that all its modules use."""
    summary = scos[0].summary if len(scos) == 1 else "; ".join(sco.title for sco in scos)
    rights = scos[0].rights if len({sco.rights for sco in scos}) == 1 else ""
    whole = Sco(name, title, summary, scos[0].language, sum(sco.minutes for sco in scos), (), rights)
    items = "".join(
        f'<item identifier="item-{sco.name}" identifierref="sco-{sco.name}" isvisible="true">'
        f"<title>{_text(sco.title, 'title')}</title></item>\n"
        for sco in scos
    )
    resources = "".join(_resource(sco, version) for sco in scos)
    shared = "".join(f'<file href="{escape(file)}"/>' for file in common)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="rse-lessons-{name}" version="1.0" \
xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" \
xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2" \
xmlns:imsmd="http://www.imsglobal.org/xsd/imsmd_rootv1p2p1">
<metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion>
{_lom(whole, version)}</metadata>
<organizations default="organization">
<organization identifier="organization"><title>{_text(title, "title")}</title>
{items}</organization>
</organizations>
<resources>
{resources}<resource identifier="{_COMMON}" type="webcontent" adlcp:scormtype="asset">{shared}</resource>
</resources>
</manifest>
"""


def _resource(sco: Sco, version: str) -> str:
    files = "".join(f'<file href="{escape(file)}"/>' for file in sco.files)
    return (
        f'<resource identifier="sco-{sco.name}" type="webcontent" adlcp:scormtype="sco" '
        f'href="{escape(sco.files[0])}">\n<metadata><schema>ADL SCORM</schema>'
        f"<schemaversion>1.2</schemaversion>\n{_lom(sco, version)}</metadata>\n{files}\n"
        f'<dependency identifierref="{_COMMON}"/></resource>\n'
    )


def _lom(sco: Sco, version: str) -> str:
    """Give what ADL asks to be known of a package and of each of its modules."""
    language = escape(sco.language)
    where = escape(sco.files[0]) if sco.files else "."

    def said(text: str, kind: str) -> str:
        return f'<imsmd:langstring xml:lang="{language}">{_text(text, kind)}</imsmd:langstring>'

    rights = f"<imsmd:description>{said(sco.rights, 'description')}</imsmd:description>" if sco.rights else ""
    return f"""<imsmd:lom>
<imsmd:general><imsmd:title>{said(sco.title, "title")}</imsmd:title>
<imsmd:catalogentry><imsmd:catalog>RSE Lessons</imsmd:catalog>\
<imsmd:entry>{_plain(sco.name)}</imsmd:entry></imsmd:catalogentry>
<imsmd:language>{language}</imsmd:language>
<imsmd:description>{said(sco.summary or sco.title, "description")}</imsmd:description>
<imsmd:keyword><imsmd:langstring xml:lang="en">safeguarding</imsmd:langstring></imsmd:keyword></imsmd:general>
<imsmd:lifecycle><imsmd:version>{_plain(version)}</imsmd:version>\
<imsmd:status>{_vocabulary("Final")}</imsmd:status></imsmd:lifecycle>
<imsmd:metametadata><imsmd:metadatascheme>ADL SCORM 1.2</imsmd:metadatascheme></imsmd:metametadata>
<imsmd:technical><imsmd:format>text/html</imsmd:format>\
<imsmd:location type="URI">{where}</imsmd:location></imsmd:technical>
<imsmd:educational><imsmd:typicallearningtime><imsmd:datetime>PT{sco.minutes}M</imsmd:datetime>\
</imsmd:typicallearningtime></imsmd:educational>
<imsmd:rights><imsmd:cost>{_vocabulary("no")}</imsmd:cost><imsmd:copyrightandotherrestrictions>\
{_vocabulary("yes")}</imsmd:copyrightandotherrestrictions>{rights}</imsmd:rights>
</imsmd:lom>"""


def _vocabulary(word: str) -> str:
    return f"<imsmd:source>{_plain('LOMv1.0')}</imsmd:source><imsmd:value>{_plain(word)}</imsmd:value>"


def _plain(text: str) -> str:
    return f'<imsmd:langstring xml:lang="x-none">{_text(text, "title")}</imsmd:langstring>'


def _text(text: str, kind: str) -> str:
    words = " ".join(_CONTROL.sub("", text).split())
    longest = _LONGEST[kind]
    return escape(words if len(words) <= longest else f"{words[: longest - 1]}…")
