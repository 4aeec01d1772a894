"""What the outside checks share: the answers of other programs, and how a check ends."""

import re
import subprocess
import sys
import zipfile


def said(*command):
    """What a program prints; a program that fails is a failed check."""
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"`{' '.join(map(str, command))}` failed: {done.stderr.strip() or done.stdout.strip()}")
    return done.stdout


def info(pdf, *options):
    """What `pdfinfo` tells of a PDF, by its own names."""
    lines = (line.partition(":") for line in said("pdfinfo", *options, pdf).splitlines())
    return {name: value.strip() for name, _, value in lines}


def pages(pdf):
    """The text of each page as poppler reads it."""
    return said("pdftotext", pdf, "-").split("\f")[:-1]


def solid(text):
    """A text without its white space: programs differ in where they see some."""
    return re.sub(r"\s+", "", text)


def bookmarks(docx):
    """The names of a DOCX's bookmarks, in order, as they stand in its body."""
    with zipfile.ZipFile(docx) as package:
        body = package.read("word/document.xml").decode()
    return re.findall(r'<w:bookmarkStart [^>]*w:name="([^"]*)"', body)


def each(check, files):
    """Runs a check on each file; prints every problem, and ends with exit code 1 when there is any.

    The check gives what it has seen, in few words, and the list of problems.
    """
    failed = False
    for file in files:
        seen, problems = check(file)
        for problem in problems:
            print(f"{file}: {problem}")
        if not problems:
            print(f"  {file}: {seen}")
        failed = failed or bool(problems)
    sys.exit(failed or not files)
