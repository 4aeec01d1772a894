"""LibreOffice opens each DOCX and shows what the PDF of the same report shows.

Usage: check_office.py SCRATCH PDF-FOLDER DOCX…

1. DOCX → PDF: A4, about as many pages as our PDF, and the text holds the title and every heading, numbered as there.
   Title and headings come from our PDF's properties and outline, so that each format is the other's witness.
2. DOCX → DOCX: every bookmark is still there; they are the handles by which a writer's file is read back.
"""

import collections
import html
import os
import pathlib
import re
import subprocess
import sys

from tools import bookmarks, each, info, pages, said, solid

HERE = pathlib.Path(__file__).parent


def convert(docx, kind):
    """Lets LibreOffice make another file of a DOCX, with the project's own fonts in the place of the office fonts."""
    target = SCRATCH / kind / f"{docx.stem}.{kind}"
    target.unlink(missing_ok=True)
    command = ["soffice", f"-env:UserInstallation=file://{SCRATCH}/profile", "--headless"]
    command += ["--convert-to", kind, "--outdir", target.parent, docx]
    settings = {"FONTCONFIG_FILE": str(HERE / "fonts.conf"), "XDG_CACHE_HOME": str(SCRATCH / "cache")}
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, env=os.environ | settings)
    # It ends with 0 even when it could not load the file.
    if not target.exists():
        print(f"{docx}: {done.stderr.strip() or done.stdout.strip()}")
        return None
    return target


def outline(pdf):
    """The headings in a PDF's outline, as poppler reads them."""
    items = re.findall(r"<item page=\"\d+\">(.*?)</item>", said("pdftohtml", "-xml", "-i", "-stdout", pdf))
    return [html.unescape(re.sub("<[^>]+>", "", item)) for item in items]


def as_page(docx, ours):
    """Problems of the DOCX as LibreOffice shows it, and the number of its pages."""
    shown = convert(docx, "pdf")
    if shown is None:
        return ["LibreOffice cannot make a PDF of it"], 0
    problems = []
    told, told_ours = info(shown), info(ours)
    count, count_ours = int(told["Pages"]), int(told_ours["Pages"])
    if "(A4)" not in told["Page size"]:
        problems.append(f"LibreOffice shows pages of {told['Page size']}, expected A4")
    # Other line breaking and other faces: a page or two, no more; a report of one page keeps to it.
    most = 0 if count_ours == 1 else max(2, count_ours // 5)
    if count == 0 or abs(count - count_ours) > most:
        problems.append(f"LibreOffice shows {count} pages, the PDF has {count_ours}")
    text = solid("".join(pages(shown)))
    headings = outline(ours)
    # One page has paragraphs with labels instead.
    if not headings and count_ours > 1:
        problems.append("the PDF has no outline to compare with")
    for line in [told_ours["Title"], *headings]:
        if solid(line) not in text:
            problems.append(f"LibreOffice does not show `{line}`")
    return problems, count


def lost_bookmarks(docx):
    """Names that are gone after LibreOffice has saved the file."""
    saved = convert(docx, "docx")
    if saved is None:
        return ["LibreOffice cannot save it"]
    kept = collections.Counter(bookmarks(saved))
    # What stands in a frame comes back as `NAME_Copy_1` in the place of `NAME`; reading a writer's file allows for it.
    for name in [name for name in kept if "_Copy_" in name]:
        original = name.partition("_Copy_")[0]
        if original not in kept:
            kept[original] = kept.pop(name)
    lost = collections.Counter(bookmarks(docx)) - kept
    return [f"LibreOffice loses bookmark `{name}`" for name in sorted(lost.elements())]


def check(file):
    docx = pathlib.Path(file)
    problems, count = as_page(docx, PDFS / f"{docx.stem}.pdf")
    problems += lost_bookmarks(docx)
    names = bookmarks(docx)
    if not names:
        problems.append("has no bookmarks")
    return f"{count} pages, {len(names)} bookmarks kept", problems


scratch, pdfs, *files = sys.argv[1:]
SCRATCH, PDFS = pathlib.Path(scratch).absolute(), pathlib.Path(pdfs)
each(check, files)
