"""The table of figures as text and as Markdown, and its place in a page between two markers."""

from collections.abc import Sequence

from benchmarks.figures import Limit, Row

BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"
HEAD = ("What", "Median", "95th percentile", "Values", "Ratio", "To reach", "Reached")


def cells(row: Row) -> tuple[str, ...]:
    """Return a row's cells, in the order of the head."""
    ratio = "" if row.ratio is None or row.base is None else f"{row.ratio:.2f} × {row.base.name}"
    met = {True: "yes", False: "**no**", None: ""}[row.met]
    spread = _amount(row.p95, row.unit) if len(row.values) > 1 else ""
    to_reach = ", ".join(_limit(limit, row.unit) for limit in row.limits)
    return (row.what, _amount(row.median, row.unit), spread, str(len(row.values)), ratio, to_reach, met)


def as_text(rows: Sequence[Row]) -> str:
    """Return the table for a terminal, with its notes."""
    lines = [HEAD, *(tuple(cell.replace("**", "") for cell in cells(row)) for row in rows)]
    widths = [max(len(line[i]) for line in lines) for i in range(len(HEAD))]
    shown = ["  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in lines]
    return "\n".join([*(line.rstrip() for line in shown), *_notes(rows)])


def as_markdown(rows: Sequence[Row], machine: Sequence[str]) -> str:
    """Return the table for the page, with the machine above and the notes below it."""
    lines = [HEAD, ("---",) * len(HEAD), *(cells(row) for row in rows)]
    table = ["| " + " | ".join(line) + " |" for line in lines]
    parts = ["\n".join(f"- {line}" for line in machine), "\n".join(table)]
    notes = _notes(rows)
    if notes:
        parts.append("\n".join(f"- {note}" for note in notes))
    return "\n\n".join(parts) + "\n"


def put_between(page: str, table: str) -> str:
    """Return the page with the table between its markers; ValueError when it has none."""
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"The page has no place for the table: it needs the lines “{BEGIN}” and “{END}”.")
    return f"{before}{BEGIN}\n\n{table}\n{END}{after}"


def _amount(value: float, unit: str) -> str:
    return f"{value:.1f} {unit}" if value < 100 else f"{value:.0f} {unit}"


def _limit(limit: Limit, unit: str) -> str:
    if limit.of == "ratio":
        return f"ratio {limit.most:g}"
    return f"{'95th ' if limit.of == 'p95' else ''}{limit.most:g} {unit}"


def _notes(rows: Sequence[Row]) -> list[str]:
    return list(dict.fromkeys(row.note for row in rows if row.note))
