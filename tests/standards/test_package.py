"""What is in a package: a list of contents as SCORM 1.2 has it, and pages that lead nowhere else."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from defusedxml.ElementTree import fromstring

from rse_lessons.lesson.words import plain
from rse_lessons.standards.naming import file_name, keys, percent
from rse_lessons.standards.pages import POLICY, SCRIPTS
from rse_lessons.training.drawing import bank
from rse_lessons.training.model import Module
from tests.standards.packages import (
    GOOD,
    HOSTILE,
    PLAYER,
    ROOT,
    built_in,
    data_in,
    hostile,
    packed,
    small,
    unpacked,
)

ABOUT_NATIONS = ("age-and-nation", "when-a-pupil-tells-you")
CP = "{http://www.imsproject.org/xsd/imscp_rootv1p1p2}"
ADL = "{http://www.adlnet.org/xsd/adlcp_rootv1p2}"
MD = "{http://www.imsglobal.org/xsd/imsmd_rootv1p2p1}"
# What may be in an element, in this order: content packaging 1.1.2, metadata 1.2.1. A star: any number.
INSIDE: dict[str, str] = {
    "manifest": "metadata organizations resources",
    "metadata": "schema schemaversion lom",
    "organizations": "organization*",
    "organization": "title item* metadata",
    "item": "title item* metadata",
    "resources": "resource*",
    "resource": "metadata file* dependency*",
    "lom": "general lifecycle metametadata technical educational rights",
    "general": "identifier title catalogentry* language* description* keyword* coverage* structure",
    "catalogentry": "catalog entry",
    "lifecycle": "version status contribute*",
    "metametadata": "identifier catalogentry* contribute* metadatascheme* language",
    "technical": "format* size location*",
    "educational": "interactivitytype typicalagerange* difficulty typicallearningtime description",
    "typicallearningtime": "datetime description",
    "rights": "cost copyrightandotherrestrictions description",
    **dict.fromkeys(("status", "cost", "copyrightandotherrestrictions"), "source value"),
    **dict.fromkeys(("entry", "keyword", "version", "source", "value"), "langstring*"),
    **dict.fromkeys(
        ("schema", "schemaversion", "file", "dependency", "langstring", "catalog", "language", "location"), ""
    ),
    **dict.fromkeys(("metadatascheme", "format", "datetime"), ""),
}


@pytest.fixture(scope="module")
def modules(tmp_path_factory: pytest.TempPathFactory) -> list[Module]:
    return built_in(tmp_path_factory.mktemp("school"))


@pytest.fixture(scope="module")
def files(modules: list[Module]) -> dict[str, bytes]:
    return unpacked(packed(*modules))


def allowed(element: str, parent: str) -> str:
    # Title and description are plain text in content packaging and words of a language in metadata.
    if element in ("title", "description"):
        return "" if parent in ("organization", "item") else "langstring*"
    return INSIDE[element]


def follow(element: Any, parent: str = "") -> None:
    """Hold an element and all in it to what may be there, in its order."""
    name = element.tag.split("}")[1]
    children = [child.tag.split("}")[1] for child in element]
    pattern = "".join(
        rf"(?:{word.rstrip('*')} ){'*' if word.endswith('*') else '?'}"
        for word in allowed(name, parent).split()
    )
    assert re.fullmatch(pattern, "".join(f"{child} " for child in children)), f"{name}: {children}"
    for child in element:
        follow(child, name)


@pytest.mark.parametrize("which", ["all", "one", "hostile"])
def test_the_list_of_contents_is_as_the_schema_has_it(
    which: str, modules: list[Module], files: dict[str, bytes]
) -> None:
    chosen = {"all": modules, "one": modules[:1], "hostile": [hostile()]}[which]
    made = files if which == "all" else unpacked(packed(*chosen))
    root: Any = fromstring(made["imsmanifest.xml"])
    follow(root)
    assert root.findtext(f"{CP}metadata/{CP}schema") == "ADL SCORM"
    assert root.findtext(f"{CP}metadata/{CP}schemaversion") == "1.2"
    identifiers = [one.get("identifier") for one in root.iter() if one.get("identifier")]
    assert len(set(identifiers)) == len(identifiers)
    assert all(re.fullmatch(r"[A-Za-z_][\w.-]*", name or "") for name in identifiers)
    resources = {one.get("identifier"): one for one in root.iter(f"{CP}resource")}
    items = list(root.iter(f"{CP}item"))
    assert [one.findtext(f"{CP}title") for one in items] == [
        " ".join(plain(module.head.title).split()) for module in chosen
    ]
    for item in items:
        sco = resources[item.get("identifierref")]
        assert sco.get(f"{ADL}scormtype") == "sco"
        assert sco.get("type") == "webcontent"
        assert sco.get("href") == next(sco.iter(f"{CP}file")).get("href")
        assert [one.get("identifierref") for one in sco.iter(f"{CP}dependency")] == ["common"]
    # A score that names its mastery would let somebody pass who missed a question about a scene.
    assert not list(root.iter(f"{ADL}masteryscore"))
    listed = {one.get("href") for one in root.iter(f"{CP}file")}
    assert listed == made.keys() - {"imsmanifest.xml"}
    default = root.find(f"{CP}organizations").get("default")
    assert default == root.find(f"{CP}organizations/{CP}organization").get("identifier")
    for text in root.iter(f"{CP}title"):
        assert len(text.text or "") <= 200


def test_each_module_says_what_it_is_about(modules: list[Module], files: dict[str, bytes]) -> None:
    root: Any = fromstring(files["imsmanifest.xml"])
    told = [one for one in root.iter(f"{CP}resource") if one.get(f"{ADL}scormtype") == "sco"]
    for module, resource in zip(modules, told, strict=True):
        general = resource.find(f"{CP}metadata/{MD}lom/{MD}general")
        assert general.findtext(f"{MD}title/{MD}langstring") == plain(module.head.title)
        assert general.findtext(f"{MD}language") == "en"
        assert general.findtext(f"{MD}description/{MD}langstring") == plain(module.head.summary)


def test_the_same_modules_give_the_same_package(modules: list[Module]) -> None:
    assert packed(small(), modules[0]) == packed(small(), modules[0])


class Reader(HTMLParser):
    """Notes what a page holds: elements, attributes, words."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.mark.parametrize("nation", ["eng", "wls", "sct", "nir"])
def test_pages_lead_nowhere_and_run_nothing_of_their_own(
    nation: str, files: dict[str, bytes], tmp_path: Path
) -> None:
    # All are England's; of another nation those that say most about it.
    nations = [one for one in built_in(tmp_path, nation) if one.id in ABOUT_NATIONS]
    made = unpacked(packed(*nations, hostile(), nation=nation))
    if nation == "eng":
        made = {**files, **made}
    pages = [content.decode() for name, content in made.items() if name.endswith(".html")]
    assert len(pages) == (9 if nation == "eng" else 3)
    for page in pages:
        read = Reader(page)
        for tag, attributes in read.tags:
            assert not [name for name in attributes if name.startswith("on")], attributes
            assert "style" not in attributes
            for name in ("href", "src"):
                target = attributes.get(name)
                assert target is None or target in made or target.startswith("#"), target
            assert tag not in ("iframe", "object", "embed", "form", "style", "base")
        policy = [one["content"] for tag, one in read.tags if one.get("http-equiv")]
        assert policy == [POLICY]
        scripts = [one.get("src") for tag, one in read.tags if tag == "script" and "type" not in one]
        assert scripts == [f"player/{name}" for name in SCRIPTS]


def test_the_player_asks_nobody_but_the_platform() -> None:
    names = {file.name for file in PLAYER.iterdir()}
    assert names == {*SCRIPTS, "style.css"}
    for file in PLAYER.iterdir():
        code = file.read_text(encoding="utf-8")
        for word in ("fetch", "XMLHttpRequest", "WebSocket", "sendBeacon", "EventSource", "import(", "eval("):
            assert word not in code, f"{file.name}: {word}"
        for word in ("localStorage", "sessionStorage", "indexedDB", "document.cookie", "Function("):
            assert word not in code, f"{file.name}: {word}"
        assert not re.search(r"https?:|url\(|@import", code), file.name
        assert max(map(len, code.split("\n"))) <= 110, file.name


def test_hostile_words_come_out_as_words() -> None:
    page = unpacked(packed(hostile()))[f"{file_name(hostile().id)}.html"].decode()
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "javascript:" not in "".join(str(one) for _tag, one in Reader(page).tags)
    read = Reader(page)
    assert read.words.count("alert(1)") > 10  # shown to the reader as what it is
    assert "there (https://example.org/x)" in html.unescape(read.words)
    data = data_in(page)
    assert data["title"] == plain(HOSTILE)
    assert all(
        "<img" not in option["html"] for one in data["questions"].values() for option in one["options"]
    )


def test_all_that_a_nation_is_shown_is_in_its_page(modules: list[Module], files: dict[str, bytes]) -> None:
    for module in modules:
        page = files[f"{module.id}.html"].decode()
        data = data_in(page)
        assert data["bank"] == [one.id for one in bank(module)]
        assert [one["id"] for one in data["pages"]] == [one.id for one in module.pages]
        words = Reader(page).words
        for one in module.pages:
            assert html.unescape(plain(one.title)) in words
        for source in module.head.sources.values():
            if source.to_check and source.name in words and source.note:
                assert "to be checked" in words.lower()
        assert "{{" not in words
        assert "CC BY-SA 4.0" in words


def test_a_source_is_named_with_its_year_and_how_sure_it_is() -> None:
    module = small()
    source = next(iter(module.head.sources.values()))
    sure = {**module.head.sources, source.id: replace(source, to_check=True, note="Read in a copy.")}
    page = unpacked(packed(replace(module, head=replace(module.head, sources=sure))))["good.html"].decode()
    assert ", ".join((source.name, source.by, source.year)) in Reader(page).words
    assert "To be checked. Read in a copy." in Reader(page).words


def test_a_picture_that_is_gone_or_dangerous_is_told_in_words(tmp_path: Path) -> None:
    module = small()
    assert module.head.cover is not None
    picture = tmp_path / "cover.svg"
    cover = replace(module.head.cover, path=picture)
    shown = replace(module, head=replace(module.head, cover=cover))
    for content in (None, b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'):
        if content is not None:
            picture.write_bytes(content)
        made = unpacked(packed(shown))
        assert not [name for name in made if "cover" in name]
        assert html.escape(cover.description) in made["good.html"].decode()


def test_a_module_must_be_shown_for_a_nation_first(tmp_path: Path) -> None:
    from rse_lessons.school import School

    module = School(tmp_path).read_module(GOOD.parent / "good.md").module
    assert module is not None
    with pytest.raises(TypeError, match="one nation"):
        packed(module)


def test_keys_are_short_lasting_and_all_different() -> None:
    many = [f"page-{number}" for number in range(3_000)]
    made = keys(many)
    assert len(set(made.values())) == 3_000
    assert len({len(key) for key in made.values()}) == 1
    assert keys(many[:20]).items() <= keys(many[:40]).items()


def test_names_are_fit_for_files_and_iris() -> None:
    assert file_name("a-safe-classroom") == "a-safe-classroom"
    odd = ["../up", "Ä", "a b", "A", "-a", "x" * 100, "</x>", ""]
    assert all(re.fullmatch(r"module-[a-z2-7]{16}", file_name(one)) for one in odd)
    assert len({file_name(one) for one in odd}) == len(odd)
    assert percent("a b/ü:") == "a%20b%2F%C3%BC%3A"


def test_the_player_is_where_the_program_looks_for_it(tmp_path: Path) -> None:
    from rse_lessons.school import School
    from rse_lessons.staffroom.standard_files import PLAYER as FOLDER

    assert School(tmp_path).root / "assets" / FOLDER == PLAYER
    assert ROOT / "assets" / "scorm" == PLAYER
