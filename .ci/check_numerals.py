"""Numbers: what poppler reads on each page of each PDF, and what `briefings export numerals` lists for it, are the same.

Usage: check_numerals.py NUMERALS.csv PDF…

On each page the digit strings (`1200`, `2.5`) are counted on both sides; the counts must be equal. White space only
separates: typesetting never breaks a line within digits, so digits on two lines are two strings on both sides, and a number
torn apart in a narrow column is found. Chinese numerals have no digits, hence each row's text must stand on its page too.
"""

import collections
import csv
import pathlib
import re
import sys

from tools import each, pages, said, solid

DIGITS = re.compile(r"\d+(?:\.\d+)?")


def count(texts):
    return collections.Counter(digits for text in texts for digits in DIGITS.findall(text))


def carried_over(missing, rows, found_next, listed_next):
    """The one tolerance: a date may break after 年 or 月, also at the end of a page; it is listed where it begins.

    Gives those of the missing digit strings that are no first one of their row and stand on the next page beyond its list.
    """
    later = collections.Counter(digits for row in rows for digits in DIGITS.findall(row)[1:])
    return missing & later & (found_next - listed_next)


def without_folio(text, page):
    """A page's text without its number at the foot."""
    return re.sub(rf"\n\s*{page}\s*$", "", text)


def check(pdf):
    problems = []
    listed = [(row["page"], row["text"]) for row in ROWS if row["report"] == pathlib.Path(pdf).stem]
    texts = pages(pdf)
    # Reading order differs where a cell has several lines; a row's text may be whole in one order only.
    in_rows = said("pdftotext", "-raw", pdf, "-").split("\f")
    if unplaced := [row for page, row in listed if not page.isdigit() or int(page) > len(texts)]:
        problems.append(f"listed without a page that exists: {unplaced}")
    rows_of = [[row for number, row in listed if number == str(page + 1)] for page in range(len(texts))]
    found = [count([text]) for text in texts]
    expected = [count(rows) for rows in rows_of]
    for page in range(len(texts) - 1):
        over = carried_over(expected[page] - found[page], rows_of[page], found[page + 1], expected[page + 1])
        expected[page] -= over
        expected[page + 1] += over
    for page, text in enumerate(texts):
        if unlisted := found[page] - expected[page]:
            problems.append(f"page {page + 1}: printed and not listed: {dict(unlisted)}")
        if missing := expected[page] - found[page]:
            problems.append(f"page {page + 1}: listed and not printed: {dict(missing)}")
        # A row that ends on the next page is read over the page end.
        readings = [solid(text), solid(without_folio(in_rows[page], page + 1) + in_rows[page + 1])]
        absent = [row for row in rows_of[page] if not any(solid(row) in reading for reading in readings)]
        if absent:
            problems.append(f"page {page + 1}: listed and not read as one: {absent}")
    return f"{sum(sum(numbers.values()) for numbers in found)} numbers on {len(texts)} pages", problems


table, *pdfs = sys.argv[1:]
with open(table, newline="", encoding="utf-8") as file:
    ROWS = [row for row in csv.DictReader(file) if row["format"] == "pdf"]
each(check, pdfs)
