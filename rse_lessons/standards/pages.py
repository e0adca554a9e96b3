"""A module as shown, as one HTML page that any browser reads; what is to be done on it, the player adds.

Without the player every word of the module but the questions and conversations is there to read. A policy in
the page forbids the browser whatever does not lie in the package.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from rse_lessons.i18n.catalogues import tr
from rse_lessons.lesson.model import Picture
from rse_lessons.standards.data import player_data
from rse_lessons.standards.parts import NamePicture, id_of, page_parts, picture_figure, said
from rse_lessons.standards.prose import escape, line, plain
from rse_lessons.standards.words import SECTIONS
from rse_lessons.training.model import Module, Page

SCRIPTS = (
    "marking.js",
    "runtime.js",
    "state.js",
    "dom.js",
    "questions.js",
    "blocks.js",
    "check.js",
    "player.js",
)
"""In the order in which they are loaded: each uses those before it."""
STYLE = "style.css"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)


def module_page(module: Module, nation: str, licence: str, picture: NamePicture) -> str:
    """Give the whole page of a module as it is shown in a nation, whose name is given."""
    title = escape(plain(module.head.title))
    scripts = "\n".join(f'<script src="player/{name}" defer></script>' for name in SCRIPTS)
    pages = "\n".join(_page(module, page, picture) for page in module.pages)
    contents = "\n".join(
        f'<li><a href="#{id_of("page", page.id)}" data-page="{escape(page.id)}" dir="auto">'
        f'{escape(plain(page.title))}</a> <span class="state"></span></li>'
        for page in module.pages
    )
    return f"""<!DOCTYPE html>
<html lang="{escape(module.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="stylesheet" href="player/{STYLE}">
{scripts}
</head>
<body>
<a class="skip" href="#pages">{said("skip")}</a>
<header>
<p class="kicker">RSE Lessons · {escape(nation)}</p>
<h1 dir="auto">{title}</h1>
<p id="where" class="small"></p>
<p id="notice" role="status"></p>
<noscript><p class="care">{said("no-script")}</p></noscript>
<details id="contents"><summary>{said("pages")}</summary>
<nav aria-label="{said("pages")}"><ol>
{contents}
</ol></nav></details>
</header>
<main id="pages" tabindex="-1">
{_front(module, picture)}
{pages}
<section id="todo" hidden></section>
</main>
<nav id="ways" class="ways" hidden aria-label="{said("on")}">
<button type="button" id="back">{said("back")}</button>
<button type="button" id="on" class="primary">{said("on")}</button>
</nav>
<p id="said" class="unseen" aria-live="polite"></p>
<footer class="small"><p>{said("own-platform")}</p>{_licence(licence)}</footer>
<script type="application/json" id="module">{embedded(player_data(module, nation))}</script>
</body>
</html>
"""


def embedded(data: Mapping[str, Any]) -> str:
    """Write values as JSON that may stand in a page: nothing in it ends the element or begins another."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def _front(module: Module, picture: NamePicture) -> str:
    head = module.head
    outcomes = "".join(f"<li>{line(one)}</li>" for one in head.outcomes)
    minutes = said("minutes").replace("{count}", str(head.minutes))
    return f"""<section class="front card">
{picture_figure(head.cover, picture) if head.cover else ""}
<p>{line(head.summary)}</p>
<p class="small">{minutes}</p>
{f"<h2>{said('by-the-end')}</h2><ul>{outcomes}</ul>" if outcomes else ""}
</section>"""


def _page(module: Module, page: Page, picture: NamePicture) -> str:
    here = id_of("page", page.id)
    parts = "\n".join(page_parts(module, page, picture))
    return f"""<section class="page" id="{here}" data-page="{escape(page.id)}" aria-labelledby="{here}-title">
<p class="kicker">{escape(tr(SECTIONS[page.section]))}</p>
<h2 id="{here}-title" tabindex="-1" dir="auto">{escape(plain(page.title))}</h2>
{parts}
</section>"""


def pictures_of(module: Module) -> Iterable[Picture]:
    """Give every picture that a module shows."""
    if module.head.cover:
        yield module.head.cover
    yield from (part for page in module.pages for part in page.parts if isinstance(part, Picture))


def _licence(rights: str) -> str:
    return f"<p>{escape(rights)}</p>" if rights else ""
