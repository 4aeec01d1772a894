"""Makes broken files, to show that the outside checks reject them.

Usage: break.py HOW GOOD-FILE BROKEN-FILE
"""

import csv
import io
import pathlib
import re
import sys
import zipfile

import pikepdf

BODY = "word/document.xml"
RELATIONSHIPS = "word/_rels/document.xml.rels"


def replaced(data, old, new, count=1):
    """Bytes with a replacement that must take place."""
    broken = re.sub(old, new, data, count=count)
    if broken == data:
        sys.exit(f"nothing to break: no `{old.decode()}` in it")
    return broken


def docx(part, old, new):
    """A DOCX in which one part is changed."""

    def broken(good):
        with zipfile.ZipFile(good) as package:
            parts = {name: package.read(name) for name in package.namelist()}
        parts[part] = replaced(parts[part], old, new)
        return parts

    return broken


def pdf(old, new):
    """A PDF, all its objects in the open, in which some bytes are changed and none move."""

    def broken(good):
        unpacked = io.BytesIO()
        modes = {"object_stream_mode": pikepdf.ObjectStreamMode.disable, "compress_streams": False}
        pikepdf.open(good).save(unpacked, **modes)
        data = unpacked.getvalue()
        changed = replaced(data, old, new, count=0)
        if len(changed) != len(data):
            sys.exit("the offsets in the file have moved")
        return changed

    return broken


def rows(change):
    """A CSV with other rows below its head; a row about a figure on a PDF page is given to choose by."""

    def broken(good):
        with good.open(newline="", encoding="utf-8") as file:
            head, *table = list(csv.reader(file))
        kind, page, text = head.index("kind"), head.index("page"), head.index("text")
        at = next(i for i, row in enumerate(table) if row[kind] == "figure" and row[page] == "2" and row[text][0].isdigit())
        return [head, *change(table, at, page)]

    return broken


def other_page(table, at, page):
    moved = [*table[at]]
    moved[page] = "3"
    return [*table[:at], moved, *table[at + 1 :]]


def chinese(row):
    """The same row with a number that the page does not have, and no digit."""
    return [re.sub(r"^\d.*", "三千七百个", cell) if not cell.isdigit() else cell for cell in row]


def plain_pdf(_):
    """A PDF as small as can be: Helvetica not embedded, no title, no tags, no metadata, US Letter."""
    text = b"BT /F1 24 Tf 72 700 Td (1200) Tj ET"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 4 0 R>>>>/Contents 5 0 R>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Length %d>>\nstream\n%s\nendstream" % (len(text), text),
    ]
    data, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    return data + b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)


def copied(good):
    """A county file with a statement copied from the source text whose path stands in the place of the good file."""
    line = max(good.read_text(encoding="utf-8").splitlines(), key=len)
    return f"summary:\n  - text: >-\n      {line}\n".encode()


WAYS = {
    # A run's properties behind its text: out of the schema's order.
    "docx-order": docx(BODY, rb"(<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)(<w:t [^>]*>[^<]*</w:t>)", rb"\2\1"),
    # The footers that the body refers to are no relationship any more.
    "docx-relationship": docx(RELATIONSHIPS, rb"<Relationship [^>]*footer1\.xml[^>]*/>", b""),
    # One bracket too few.
    "docx-xml": docx(BODY, rb"</w:body>", b""),
    # The second heading has lost its text.
    "docx-heading": docx(BODY, rb'("Heading2"/>.*?<w:t [^>]*>)[^<]+', rb"\1"),
    # A heading that is body text has no number.
    "docx-unnumbered": docx(BODY, rb'"Heading2"', b'"BriefBody"'),
    # Ten empty pages at the end.
    "docx-long": docx(BODY, rb"(<w:sectPr\b(?!.*<w:sectPr\b))", b'<w:p><w:r><w:br w:type="page"/></w:r></w:p>' * 10 + rb"\1"),
    # Two bookmarks of one name: one of them cannot survive.
    "docx-bookmark": docx(BODY, rb'(w:name="(blk_\w+)".*?w:name=")blk_\w+', rb"\1\2"),
    # The axes of a chart before what is drawn over them.
    "docx-chart": docx("word/charts/chart1.xml", rb"(<c:barChart>.*?</c:barChart>)(<c:catAx>.*?</c:catAx>)", rb"\2\1"),
    "pdf-plain": plain_pdf,
    # A font that cannot be copied from nor read aloud.
    "pdf-unicode": pdf(rb"/ToUnicode (\d+ 0 R)", rb"/ToUnicorn \1"),
    # A family from elsewhere.
    "pdf-family": pdf(rb"GwSong", b"GoSong"),
    # The metadata claim another standard.
    "pdf-archive": pdf(rb"<pdfaid:part>3<", b"<pdfaid:part>9<"),
    "pdf-accessible": pdf(rb"<pdfuaid:part>1<", b"<pdfuaid:part>9<"),
    # The catalogue says no longer that the file is tagged.
    "pdf-untagged": pdf(rb"/Marked true", b"/Marked null"),
    # A stream whose length is wrong by more than a line end.
    "pdf-length": pdf(rb"/Length (\d*)0(?=[ />])", rb"/Length \g<1>1"),
    "numerals-removed": rows(lambda table, at, page: table[:at] + table[at + 1 :]),
    "numerals-added": rows(lambda table, at, page: [*table, table[at]]),
    "numerals-moved": rows(other_page),
    "numerals-chinese": rows(lambda table, at, page: [*table, chinese(table[at])]),
    "county-copied": copied,
}

how, good, target = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
made = WAYS[how](good)
if isinstance(made, dict):
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in made.items():
            package.writestr(name, data)
elif isinstance(made, list):
    with target.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(made)
else:
    target.write_bytes(made)
