"""Compiles the interface's catalogues when a wheel is built.

They are compiled by the program's own `rse_lessons.i18n.compiling`, into a folder that goes with the end of
the build; nothing is written into the checkout.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileCatalogues(BuildHookInterface):  # type: ignore[type-arg]  # its configuration has no type of its own
    """Puts a `ui.mo` beside each `ui.po` in the wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile; `version` is the kind of wheel, and an editable one reads the checkout instead."""
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root))
        try:
            from rse_lessons.i18n.compiling import compile_text  # noqa: PLC0415  only once its folder is known
            from rse_lessons.i18n.languages import language, load_languages  # noqa: PLC0415
        finally:
            sys.path.remove(str(root))
        self._made = TemporaryDirectory(prefix="rse-lessons-words-")
        known = load_languages(root / "translations")
        for catalogue in sorted((root / "translations").glob("*/ui.po")):
            tag = catalogue.parent.name
            compiled = Path(self._made.name) / f"{tag}.mo"
            compiled.write_bytes(compile_text(catalogue.read_text(encoding="utf-8"), language(tag, known)))
            build_data["force_include"][str(compiled)] = f"rse_lessons/_data/translations/{tag}/ui.mo"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002  hatchling's own
        """Clear away what was compiled; it is in the wheel."""
        if version != "editable":
            self._made.cleanup()
