"""pdffonts: every font of each PDF is embedded, maps back to Unicode (copying, searching, reading aloud), and is ours."""

import pathlib
import re
import sys

from tools import each, said

FONTS = pathlib.Path(__file__).parent.parent / "fonts"
# One file is called otherwise than the font in it.
INSIDE = {"gkai00mp": "GBZenKai-Medium"}
OURS = {INSIDE.get(path.stem, path.stem) for path in FONTS.glob("*.ttf")}

# name, type (words), encoding, emb, sub, uni, object, generation
ROW = re.compile(r"(?P<name>\S+) +.+? +\S+ +(?P<emb>yes|no) +(?P<sub>yes|no) +(?P<uni>yes|no) +\d+ +\d+$")


def check(pdf):
    rows = said("pdffonts", pdf).splitlines()[2:]
    problems = [] if rows else ["has no fonts at all"]
    for row in rows:
        font = ROW.match(row)
        if font is None:
            problems.append(f"cannot understand `{row}`")
            continue
        name = font["name"].partition("+")[2] or font["name"]  # ABCDEF+Name is a subset
        if font["emb"] != "yes":
            problems.append(f"`{name}` is not embedded")
        if font["uni"] != "yes":
            problems.append(f"`{name}` has no ToUnicode")
        if name not in OURS:
            problems.append(f"`{name}` is none of the project's fonts ({', '.join(sorted(OURS))})")
    return f"{len(rows)} fonts", problems


each(check, sys.argv[1:])
