#!/usr/bin/env python3
"""Compares two executions of the same notebooks: every text and all data of every chart must be the same.

    compare_runs.py target/notebooks target/notebooks-again

Cells tagged "timing" may differ, and so may the names of elements that a chart makes up for its page.
"""

import json
import pathlib
import re
import sys

ELEMENT = re.compile(r"nursery_[0-9a-z]+_[0-9]+")
AROUND = 60  # letters shown before and after the first difference


def outputs(cell):
    for output in cell["outputs"]:
        if output["output_type"] == "stream":
            yield output["name"], "".join(output["text"])
        elif output["output_type"] == "error":
            yield "error", output["ename"] + ": " + output["evalue"]
        elif any(output["data"].values()):  # a line of progress that was taken away again is empty
            yield from ((kind, "".join(text)) for kind, text in sorted(output["data"].items()))


def same_names(text):
    """The text, with the made-up names of elements replaced by their place in it."""
    names = {}
    return ELEMENT.sub(lambda match: names.setdefault(match[0], f"nursery_{len(names)}"), text)


def difference(before, after):
    if len(before) != len(after):
        return f"{len(before)} outputs, then {len(after)}"
    for (kind, a), (other, b) in zip(before, after):
        a, b = same_names(a), same_names(b)
        if (kind, a) != (other, b):
            at = next((i for i, (x, y) in enumerate(zip(a, b)) if x != y), min(len(a), len(b)))
            shown = slice(max(0, at - AROUND), at + AROUND)
            return f"{kind}:\n    {a[shown]!r}\n    {b[shown]!r}"
    return None


def differences(first, second):
    for a, b in zip(first, second):
        if a["cell_type"] == "code" and "timing" not in a["metadata"].get("tags", []):
            found = difference(list(outputs(a)), list(outputs(b)))
            if found:
                yield f"cell {a['id']}: {found}"


def main():
    first, second = map(pathlib.Path, sys.argv[1:])
    problems, compared = [], 0
    for file in sorted(first.glob("*.ipynb")):
        cells = [json.loads(path.read_text("utf-8"))["cells"] for path in (file, second / file.name)]
        problems += [f"{file.stem}, {found}" for found in differences(*cells)]
        compared += 1
    print(f"{compared} notebooks executed twice, {len(problems)} cells differ")
    for problem in problems:
        print("FAILED: " + problem, file=sys.stderr)
    sys.exit(1 if problems or not compared else 0)


if __name__ == "__main__":
    main()
