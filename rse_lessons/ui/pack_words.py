"""What is said of a pack: who signed it, whether its lessons are here already, what was added. No widgets."""

from __future__ import annotations

from datetime import date

from rse_lessons.i18n.catalogues import ntr, tr
from rse_lessons.packs.arrival import Added, Arrival, Arrived, Here, Wish
from rse_lessons.packs.names import quoted
from rse_lessons.packs.signers import Standing, day_of
from rse_lessons.ui.days import day_and_month

MOST_TITLES = 6
"""As many lessons that were added are named."""


def full_date(day: date) -> str:
    """Write a date with its year."""
    return tr("{day_and_month} {year}").format(day_and_month=day_and_month(day), year=day.year)


def maker_words(arrival: Arrival) -> str:
    """Say who made a pack, when and with what."""
    manifest = arrival.unpacked.manifest
    facts = {
        "author": quoted(manifest.author),
        "date": full_date(manifest.made),
        "version": quoted(manifest.app),
    }
    if manifest.author.strip():
        return tr("Made by {author} on {date}, with RSE Lessons {version}.").format(**facts)
    return tr("Made on {date}, with RSE Lessons {version}. Its author gave no name.").format(**facts)


def signature_words(arrival: Arrival) -> tuple[str, str]:
    """Say whether a pack is signed, and by the same signer as last time: a title and what it means."""
    known, mark = arrival.known, arrival.unpacked.signer
    compare = tr("The signer’s fingerprint is {mark}.").format(mark=mark)
    if arrival.standing is Standing.SAME and known is not None:
        day = day_of(known)
        before = quoted(known.title)
        said = (
            tr("The last pack from this signer was “{title}”, added on {date}.").format(
                title=before, date=full_date(day)
            )
            if day
            else tr("The last pack from this signer was “{title}”.").format(title=before)
        )
        return tr("Signed by the same signer as last time"), f"{said} {compare}"
    if arrival.standing is Standing.OWN:
        return tr("Signed with the key of this PC"), compare
    if arrival.standing is Standing.NEW:
        first = tr(
            "This is the first pack from this signer here. To be sure who it is, ring them and compare the "
            "fingerprint; from now on you are told whether the signer is the same."
        )
        return tr("Signed, by somebody new here"), f"{first} {compare}"
    if arrival.standing is Standing.OTHER:
        other = tr(
            "Earlier packs of this author were signed by somebody else. That is so when an author has a new "
            "PC, and also when somebody uses their name. Ask the author before you add it."
        )
        return tr("Not the same signer as last time"), f"{other} {compare}"
    if arrival.standing is Standing.GONE:
        gone = tr(
            "Earlier packs of this author were signed. Anybody can have made this one, or changed it. Ask "
            "the author before you add it."
        )
        return tr("Not signed, and it was before"), gone
    unsigned = tr(
        "Nobody vouches for who made it. Add it if you know where it comes from, and read its lessons before "
        "you teach them."
    )
    return tr("Not signed"), unsigned


def here_words(found: Arrived) -> str:
    """Say whether a lesson is here already."""
    return {
        Here.NEW: tr("New"),
        Here.ALIKE: tr("Here already, just the same"),
        Here.OWN: tr("Another lesson called “{id}” is here").format(id=quoted(found.lesson.id)),
        Here.BUILT_IN: tr("Another lesson called “{id}” came with the app").format(
            id=quoted(found.lesson.id)
        ),
    }[found.here]


def problems_words(found: Arrived) -> str:
    """Count what the checker found; empty when there is nothing."""
    errors = len(found.errors)
    advice = len(found.problems) - errors
    parts = [
        ntr("{count} problem", "{count} problems", errors) if errors else "",
        ntr("{count} piece of advice", "{count} pieces of advice", advice) if advice else "",
    ]
    return ", ".join(filter(None, parts))


def wish_words(wish: Wish) -> tuple[str, str]:
    """Name a way to deal with lessons that are here already, and say what it does."""
    return {
        Wish.KEEP: (tr("Keep mine"), tr("The pack’s lesson of that name is left out.")),
        Wish.TAKE: (
            tr("Take theirs"),
            tr("Mine is put into the folder “_replaced”. Lessons that came with the app stay."),
        ),
        Wish.BOTH: (tr("Have both"), tr("The pack’s lesson gets a number after its name.")),
    }[wish]


def added_words(added: Added) -> str:
    """Say what was added and what became of the rest."""
    titles = dict(zip(added.lessons, added.titles, strict=False))
    said = [
        ntr("{count} lesson was added.", "{count} lessons were added.", len(added.lessons))
        if added.lessons
        else tr("Nothing was added: everything that you wanted is here already.")
    ]
    if added.left_out and added.lessons:
        said.append(ntr("{count} lesson was left out.", "{count} lessons were left out.", added.left_out))
    said += [
        tr("The file of “{title}” is called “{new}” here.").format(
            title=quoted(titles.get(new, old)), new=quoted(new)
        )
        for old, new in added.renamed
    ]
    if added.replaced:
        said.append(
            ntr(
                "{count} lesson of yours was put into the folder “_replaced”.",
                "{count} lessons of yours were put into the folder “_replaced”.",
                added.replaced,
            )
        )
    if 0 < len(added.titles) <= MOST_TITLES:
        named = ", ".join(tr("“{title}”").format(title=quoted(title)) for title in added.titles)
        said.append(tr("Now on your shelves: {titles}.").format(titles=named))
    return " ".join([*said, *filter(None, [added.message])])
