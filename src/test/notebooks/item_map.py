#!/usr/bin/env python3
"""Writes into notebook 00 which cells cover which item of the lecture.

A cell that covers items has their numbers in its metadata: "items": [1, 2]. The tables of notebook 00, in the cells whose
ids begin with "items-", have a row for each item; this fills their last column. Run it when items or cells have changed;
NotebooksTest compares.
"""

import json
import pathlib
import re

NOTEBOOKS = pathlib.Path("notebooks")
INDEX = NOTEBOOKS / "00-start-here.ipynb"
ROW = re.compile(r"^\| (\d+) \|([^|]*)\|[^|]*\|(\n?)$")


def links():
    """Item to links, in the order of the notebooks and their cells."""
    found = {}
    for file in sorted(NOTEBOOKS.glob("*.ipynb")):
        for cell in json.loads(file.read_text("utf-8"))["cells"]:
            for item in cell["metadata"].get("items", []):
                link = f"[{file.name[:2]} {cell['id']}]({file.name}#{cell['id']})"
                found.setdefault(item, []).append(link)
    return found


def main():
    found = links()
    index = json.loads(INDEX.read_text("utf-8"))
    for cell in index["cells"]:
        if cell["id"].startswith("items-"):
            cell["source"] = [
                ROW.sub(lambda row: f"| {row[1]} |{row[2]}| {', '.join(found.get(int(row[1]), ['–']))} |{row[3]}", line)
                for line in cell["source"]]
    INDEX.write_text(json.dumps(index, indent=1, ensure_ascii=False, sort_keys=True) + "\n", "utf-8")
    missing = sorted(set(range(1, 149)) - set(found))
    print(f"{len(found)} of 148 items have a cell" + (f"; without: {missing}" if missing else ""))


if __name__ == "__main__":
    main()
