"""PDF/A-3a (archiving) and PDF/UA-1 (reading aloud): each PDF complies with both, by the PyPI package page-validation."""

import pathlib
import re
import sys

from page import ValidationProfile, validate_pdf_bytes

from tools import each

PROFILES = {"PDF/A-3a": ValidationProfile.PDF_A_3A, "PDF/UA-1": ValidationProfile.PDF_UA_1}
# The validator takes a compressed stream that happens to end with the byte 0D, and the line feed behind it, for one line
# end of two bytes, and then counts the stream as one byte too short. The standard knows no such rule: /Length is right
# when the keyword follows the line feed at its end. So this one finding is overruled, only where that holds.
STREAM_LENGTH = "PDFA3A-STREAM-LENGTH-001"


STREAM = re.compile(rb"\n\d+ \d+ obj\s*(<<(?:(?!endobj).)*?>>)\s*stream\r?\n", re.S)


def lengths_hold(data):
    """Whether each stream ends exactly where its /Length says."""
    at, streams = 0, 0
    while start := STREAM.search(data, at):
        length = re.search(rb"/Length (\d+)(?! \d+ R)", start[1])
        if length is None:
            return False
        at = start.end() + int(length[1])
        if not re.match(rb"\nendstream[ \n]", data[at : at + 11]):
            return False
        streams += 1
    return streams > 0


def check(pdf):
    data = pathlib.Path(pdf).read_bytes()
    problems = []
    for name, profile in PROFILES.items():
        report = validate_pdf_bytes(data, profile=profile)
        failures = [f for f in report.failures if not (f.rule_id == STREAM_LENGTH and lengths_hold(data))]
        if not report.is_compliant and not report.failures:
            problems.append(f"is not {name}, no reason given")
        problems += [f"is not {name}: {failure.rule_id}: {failure.message}" for failure in failures]
    return ", ".join(PROFILES), problems


each(check, sys.argv[1:])
