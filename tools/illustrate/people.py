"""People of a dozen shapes: how somebody looks, what their face does, and where their arms go.

A person is drawn round the middle of the face: the face is 29 by 31, the shoulders lie at y 42 and the
sleeves are 20 wide. Older people are the same with a smaller head, so that they look taller.
"""

from __future__ import annotations

from dataclasses import dataclass

from .hair import HAIR
from .kit import circle, cut, group, number, oval, ring, slab, strip
from .palette import BLACK, CHEEKS, INK, LAMP, MILK, SKINS, darker


@dataclass(frozen=True, slots=True)
class Look:
    """What stays the same about somebody in every picture."""

    skin: int
    hair: str
    hair_colour: str
    top: str
    trousers: str = INK
    shoes: str = MILK
    glasses: bool = False
    beard: str = ""
    hearing_aid: bool = False
    head: float = 1
    """The size of the head beside the body: 1 for a young child, 0.86 for an adult."""


@dataclass(frozen=True, slots=True)
class Face:
    """What a face does now. `look` moves eyes and mouth sideways, `down` lowers the eyes."""

    mouth: str = "smile"
    look: float = 0
    down: float = 0
    tilt: float = 0
    closed: bool = False
    brows: str = ""


@dataclass(frozen=True, slots=True)
class Arm:
    """A sleeve from the shoulder past the elbow to the hand, all (x, y) from the middle of the face."""

    shoulder: tuple[float, float]
    elbow: tuple[float, float]
    hand: tuple[float, float]
    kind: str = "round"
    turn: float = 0
    """Degrees an open hand is turned from pointing straight up."""


_MOUTHS = {
    "smile": "M-8 12Q0 19.5 8 12",
    "small": "M-5.5 13.5Q0 17.5 5.5 13.5",
    "calm": "M-5 14.5H5",
    "unsure": "M-8 15.5Q-4 11.5 0 14.5T8 13.5",
    "worried": "M-6.5 16.5Q0 11.5 6.5 16.5",
}
_BROWS = {
    "up": "M-16 -12Q-11 -16 -6 -13M6 -13Q11 -16 16 -12",
    "unsure": "M-16 -11Q-11 -14 -6 -11M6 -14Q11 -17 16 -12",
    "worried": "M-15 -8L-6 -12M15 -8L6 -12",
}


def features(face: Face, colour: str, cheek: str = "", mouth_colour: str = "") -> str:
    """Return cheeks, eyes, brows and mouth round the origin, for a face of 29 by 31."""
    shapes = [circle(-15.5, 9, 4.6, cheek), circle(15.5, 9, 4.6, cheek)] if cheek else []
    if face.closed:
        shapes.append(strip("M-14 -2Q-10 2 -6 -2M6 -2Q10 2 14 -2", colour, 2.6))
    else:
        shapes += [circle(-10, face.down - 1, 3.1, colour), circle(10, face.down - 1, 3.1, colour)]
    if face.brows:
        shapes.append(strip(_BROWS[face.brows], colour, 2.4))
    mouth = mouth_colour or colour
    if face.mouth == "open":
        shapes.append(cut("M-7.5 11Q0 26 7.5 11Z", mouth))
    else:
        shapes.append(strip(_MOUTHS[face.mouth], mouth, 2.8))
    return group(*shapes, x=face.look)


def head(who: Look, face: Face) -> str:
    """Return face, ears and the hair before them; hair behind and over the body is not in it."""
    skin, hair = SKINS[who.skin], HAIR[who.hair]
    ink = INK if who.skin < 4 else "#1B120D"
    shapes = [hair.over(who.hair_colour)]
    if hair.ears:
        shapes += [circle(-29, 3, 6.5, skin), circle(29, 3, 6.5, skin)]
    shapes.append(oval(0, 0, 25, 28, skin) if who.hair == "hijab" else oval(0, 0, 29, 31, skin))
    if who.beard:
        shapes.append(cut("M-29.5 0C-31 42 31 42 29.5 0Q25 11 12 10Q0 7 -12 10Q-25 11 -29.5 0Z", who.beard))
    shapes.append(hair.front(who.hair_colour))
    mouth = (INK if who.beard != BLACK else MILK) if who.beard else ""
    shapes.append(features(face, ink, "" if who.beard else CHEEKS[who.skin], mouth))
    if who.glasses:
        x = face.look
        frames = INK if who.skin < 4 else LAMP.fill
        shapes += [ring(x - 10, -1, 8.6, frames, 2.5), ring(x + 10, -1, 8.6, frames, 2.5)]
    if who.hearing_aid:
        shapes.append(strip("M30 -4Q38 2 31 10", LAMP.fill, 4))
    return "".join(shapes)


def hand(arm: Arm, skin: str) -> str:
    """Return the hand at the end of `arm`: round, open with its palm to us, or with a thumb up."""
    x, y = arm.hand
    if arm.kind == "open":
        fingers = strip("M-6.6 -15L-9.6 -25M-2.3 -16L-3.3 -28.5M2.3 -16L3.3 -28M6.6 -15L9.2 -24.5", skin, 5.8)
        palm = slab(-9.5, -20, 19, 26, skin, corner=9) + strip("M4 -5L14.5 -13", skin, 6.6)
        return group(palm, fingers, x=x, y=y, turn=arm.turn)
    if arm.kind == "thumb":
        return group(circle(0, 0, 11.5, skin), strip("M-4 -4V-19", skin, 8), x=x, y=y, turn=arm.turn)
    return circle(x, y, 11.5, skin)


def _sleeve(arm: Arm) -> str:
    """Return the line of a sleeve, bent once."""
    start = " ".join(number(value) for value in arm.shoulder)
    return f"M{start}Q" + " ".join(number(value) for value in (*arm.elbow, *arm.hand))


def _upper(who: Look, face: Face, body: str) -> tuple[str, str]:
    """Return what lies behind an upper body, and body, neck and head together."""
    neck = "" if who.hair == "hijab" else cut("M-9 20V44Q0 54 9 44V20Z", darker(SKINS[who.skin], 0.1))
    behind, skull = HAIR[who.hair].back(who.hair_colour), head(who, face)
    if face.tilt or who.head != 1:
        turn = f"rotate({number(face.tilt)} 0 34) " if face.tilt else ""
        opening = f'<g transform="{turn}translate(0 {number(36 * (1 - who.head))}) scale({who.head:g})">'
        behind = f"{opening}{behind}</g>" if behind else ""
        skull = f"{opening}{skull}</g>"
    return behind, body + neck + skull


def bust(
    who: Look,
    x: float,
    y: float,
    scale: float = 1,
    face: Face = Face(),
    *,
    arms: tuple[Arm, ...] = (),
    held: str = "",
    hem: float = 250,
) -> str:
    """Return somebody from the head down to `hem`; `held` lies between the sleeves and the hands."""
    side = number(min(hem, 120))
    outline = f"M-44 {number(hem)}V{side}C-46 66 -34 44 -12 42H12C34 44 46 66 44 {side}V{number(hem)}Z"
    behind, upper = _upper(who, face, cut(outline, who.top))
    return group(behind, upper, *arms_of(who, arms, held), x=x, y=y, scale=scale)


def standing(
    who: Look,
    x: float,
    y: float,
    scale: float = 1,
    face: Face = Face(),
    *,
    arms: tuple[Arm, ...] = (),
    held: str = "",
    legs: float = 70,
) -> str:
    """Return somebody from head to shoes, standing on y 154 + `legs` of their own measure."""
    foot = 144 + legs
    lower = strip(f"M-14 140V{number(foot)}M14 140V{number(foot)}", who.trousers, 22)
    shoes = strip(f"M-13 {number(foot + 3)}H-21M13 {number(foot + 3)}H21", who.shoes, 15)
    tunic = cut("M-37 150C-41 72 -31 44 -12 42H12C31 44 41 72 37 150Q0 160 -37 150Z", who.top)
    behind, upper = _upper(who, face, lower + shoes + tunic)
    return group(behind, upper, *arms_of(who, arms, held), x=x, y=y, scale=scale)


def on_the_floor(
    who: Look,
    x: float,
    y: float,
    scale: float = 1,
    face: Face = Face(),
    *,
    arms: tuple[Arm, ...] = (),
    held: str = "",
) -> str:
    """Return somebody who sits with crossed legs, on y 158 of their own measure."""
    shins = strip("M-44 136Q-20 152 24 146M44 136Q20 152 -24 146", who.trousers, 24)
    arms = arms or (Arm((-31, 72), (-52, 104), (-42, 128)), Arm((31, 72), (52, 104), (42, 128)))
    outline = "M-42 142V120C-46 66 -34 44 -12 42H12C34 44 46 66 42 120V142Z"
    behind, upper = _upper(who, face, cut(outline, who.top))
    return group(behind, upper, shins, *arms_of(who, arms, held), x=x, y=y, scale=scale)


def from_behind(who: Look, x: float, y: float, scale: float = 1, hem: float = 250) -> str:
    """Return somebody whose back is to us, from the head down to `hem`."""
    outline = f"M-44 {number(hem)}V120C-46 66 -34 44 -12 42H12C34 44 46 66 44 120V{number(hem)}Z"
    skin, hair = SKINS[who.skin], HAIR[who.hair]
    nape = cut("M-9 20V44Q0 50 9 44V20Z", darker(skin, 0.1))
    ears = circle(-29, 3, 6.5, skin) + circle(29, 3, 6.5, skin)
    crown = oval(0, -3, 30, 30, who.hair_colour)
    shapes = (
        cut(outline, who.top),
        nape,
        ears,
        crown,
        hair.back(who.hair_colour),
        hair.over(who.hair_colour),
    )
    return group(*shapes, x=x, y=y, scale=scale)


def arms_of(who: Look, arms: tuple[Arm, ...], held: str = "") -> tuple[str, ...]:
    """Return sleeves, then what is held, then the hands, for arms that lie over something else."""
    sleeves = "".join(_sleeve(arm) for arm in arms)
    return (
        strip(sleeves, darker(who.top), 20) if arms else "",
        held,
        "".join(hand(arm, SKINS[who.skin]) for arm in arms),
    )
