"""pdfinfo: each PDF says its title, is tagged, and every page is A4."""

import re
import sys

from tools import each, info


def check(pdf):
    told = info(pdf)
    problems = []
    if not told.get("Title"):
        problems.append("has no title")
    if told.get("Tagged") != "yes":
        problems.append("is not tagged")
    count = told["Pages"]
    sizes = {size for name, size in info(pdf, "-l", count).items() if re.fullmatch(r"Page +\d+ size", name)}
    if sizes != {A4}:
        problems.append(f"page sizes are {sorted(sizes)}, expected {A4}")
    return f"{told.get('Title')}, {count} pages", problems


A4 = "595.276 x 841.89 pts (A4)"

each(check, sys.argv[1:])
