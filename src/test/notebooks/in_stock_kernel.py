#!/usr/bin/env python3
"""Runs notebooks in a stock Java kernel, IJava or JJava, with the README's import cell first.

    NURSERY_QUICK=1 in_stock_kernel.py KERNEL notebooks/*.ipynb [--show]

KERNEL is the name of an installed kernelspec. The import cell's path becomes target/kernel/lib of this checkout, as built by
mvn -DskipTests package. Prints a line for each notebook: the cells that ran, the charts, and the first error. --show adds
what went to standard error.
"""

import argparse
import pathlib
import re
import sys

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

HOME = pathlib.Path(__file__).resolve().parents[3]


def import_cell():
    blocks = re.findall(r"```java\n(%jars .*?)```", (HOME / "README.md").read_text("utf-8"), re.DOTALL)
    if len(blocks) != 1:
        raise SystemExit(f"expected one import cell with %jars in README.md, found {len(blocks)}")
    return blocks[0].replace("/path/to/nursery/", f"{HOME}/")


def run(file, kernel):
    """The executed notebook and the first error."""
    notebook = nbformat.read(file, as_version=4)
    notebook.cells.insert(0, nbformat.v4.new_code_cell(import_cell()))
    client = NotebookClient(notebook, kernel_name=kernel, timeout=900, resources={"metadata": {"path": str(HOME)}})
    try:
        client.execute()
        return notebook, ""
    except CellExecutionError as e:
        return notebook, f"{e.ename}: {e.evalue}"


def outputs(notebook):
    return [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kernel")
    parser.add_argument("notebooks", type=pathlib.Path, nargs="+")
    parser.add_argument("--show", action="store_true", help="what went to standard error")
    arguments = parser.parse_args()
    failed = False
    for file in arguments.notebooks:
        notebook, error = run(file, arguments.kernel)
        shown = outputs(notebook)
        html = "".join("".join(o.data.get("text/html", "")) for o in shown if "data" in o)
        ran = sum(1 for cell in notebook.cells if cell.cell_type == "code" and cell.execution_count)
        print(f"{file.stem} in {arguments.kernel}: {ran} cells, {html.count('nursery-chart')} charts, "
              f"{error or 'no error'}", flush=True)
        if arguments.show:
            print("".join(o.text for o in shown if o.get("name") == "stderr"))
        failed |= bool(error)
    sys.exit(failed)


if __name__ == "__main__":
    main()
