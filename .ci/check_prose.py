"""Our own words: no prose of a county file shares a long run of Chinese characters with a source text.

Usage: check_prose.py SOURCES COUNTY.yaml…    (SOURCES: the folder of the source texts, no part of this repository)

Compared are Chinese characters only, on both sides: neither a line end nor a comma ends a run. A declared term and a
number's place (`{id}`) end one. Offices and places have long names, so runs up to LIMIT are allowed. Left out is `printed`:
it holds numerals just as the source prints them, never a sentence.
"""

import hashlib
import pathlib
import re
import sys

import yaml

from tools import each

LIMIT = 14
ROOT = pathlib.Path(__file__).parent.parent


def scalars(node, path=""):
    """Every text of a YAML tree with its path."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key != "printed":
                yield from scalars(value, f"{path}/{key}")
    elif isinstance(node, list):
        for index, value in enumerate(node):
            name = value.get("id", index) if isinstance(value, dict) else index
            yield from scalars(value, f"{path}/{name}")
    elif isinstance(node, str):
        yield path, node


def chinese(text):
    return "".join(re.findall(r"[\u3400-\u9fff]", text))


def longest(part, text):
    """The longest run of `part` that stands in `text`."""
    best = ""
    for start in range(len(part)):
        while start + len(best) < len(part) and part[start : start + len(best) + 1] in text:
            best = part[start : start + len(best) + 1]
    return best


def read(path):
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def declared():
    """Every wording of the declared terms, the longest first."""
    terms = read(ROOT / "seeds/terms.yaml")["terms"]
    texts = [text for term in terms for text in [term["text"], *term.get("parts", []), *term.get("variants", [])]]
    return sorted(texts, key=len, reverse=True)


def check(county):
    runs = [("", "/", "")]
    for path, text in scalars(read(pathlib.Path(county))):
        for term in TERMS:
            text = text.replace(term, "{}")
        for part in re.split(r"\{[^}]*\}", text):
            runs += [(longest(chinese(part), source), path, name) for name, source in TEXTS.items()]
    run, path, name = max(runs, key=lambda run: len(run[0]))
    long = [run for run in runs if len(run[0]) > LIMIT]
    problems = [f"{path} has {len(run)} characters of `{name}`: {run}" for run, path, name in long]
    return f"longest run {len(run)}: {run} ({path}, {name})", problems


folder, *counties = sys.argv[1:]
TERMS = declared()
TEXTS = {}
for header in sorted((ROOT / "seeds/sources").glob("*.yaml")):
    source = pathlib.Path(folder) / f"{header.stem}.txt"
    if hashlib.sha256(source.read_bytes()).hexdigest() != read(header)["sha256"]:
        sys.exit(f"{source} is not the text that {header} describes: its checksum differs")
    TEXTS[header.stem] = chinese(source.read_text(encoding="utf-8"))
each(check, counties)
