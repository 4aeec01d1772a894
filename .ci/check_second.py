"""A second opinion on every DOCX: the PyPI package openxml-audit, rules of the SDK written anew, and a scan for what harms."""

import json
import pathlib
import subprocess
import sys

from tools import each

AUDIT = pathlib.Path(sys.executable).with_name("openxml-audit")


def check(docx):
    # It ends with an exit code of its own when there are errors; what it prints tells more.
    done = subprocess.run([AUDIT, "--output", "json", "--ooxml-security", docx], capture_output=True, text=True)
    try:
        (told,) = json.loads(done.stdout)
    except ValueError:
        return "", [f"the validator did not run: {done.stderr.strip() or done.stdout.strip()}"]
    problems = [f"{error['part_uri']} {error['path']}: {error['description']}" for error in told["errors"]]
    prediction = told["verdict"]["prediction"]
    if prediction != "opens-clean" and not problems:
        problems.append(f"{told['verdict']['headline']}")
    return prediction, problems


each(check, sys.argv[1:])
