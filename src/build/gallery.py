#!/usr/bin/env python3
"""Makes pages from executed notebooks: static pictures inside, interactive charts where scripts run, no network.

    gallery.py target/notebooks target/gallery

Writes one page per notebook and an index. The pages share plotly-charts.js, the script that the first chart of each
notebook carries, taken out of the notebooks. single/ has each page once more with the script inside, to hand on as one
file. Fails when a page is too large, or when a formula or an output cannot be shown.
Needs Debian's python3-pygments and pandoc, which turns LaTeX into MathML.
"""

import argparse
import html
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import JavaLexer

LARGEST_PAGE = 1_500_000  # bytes
LARGEST_SINGLE_FILE = 3_500_000
SHARED = "plotly-charts.js"
SHARED_TAG = f'<script src="{SHARED}" defer></script>'
STYLE = pathlib.Path(__file__).with_name("gallery.css")
# what report.PlotlyLoader sends: charts.js, called with the packed plotly.js
CARRIED = re.compile(r"<script>\s*(// Unpacks plotly\.js.*?)</script>", re.DOTALL)
NEXT_CELL = "<!-- next cell -->"
MARKDOWN = ["pandoc", "--from=gfm-gfm_auto_identifiers+tex_math_dollars", "--to=html", "--mathml", "--no-highlight",
            "--columns=10000", "--wrap=none", "--fail-if-warnings"]


class Notebook:
    """An executed notebook, its markdown turned into HTML."""

    def __init__(self, file):
        self.name = file.stem
        self.cells = json.loads(file.read_text("utf-8"))["cells"]
        self.scripts = set()
        texts = ["".join(cell["source"]) for cell in self.cells if cell["cell_type"] == "markdown"]
        self.texts = iter(markdown(texts, file))
        self.sections = [self.section(cell) for cell in self.cells]
        first = self.sections[0] if self.sections else ""
        title = re.search(r"<h1.*?>(.*?)</h1>", first, re.DOTALL)
        if title is None:
            raise SystemExit(f"{file}: expected a first cell with a title (# …)")
        self.title = plain(title[1])
        abstract = [plain(p) for p in re.findall(r"<p>(.*?)</p>", first, re.DOTALL) if not p.startswith("<em>")]
        self.abstract = abstract[0] if abstract else ""
        shown = "".join(self.sections)
        picture = re.search(r'"nursery-chart".*?(<img [^>]*>)', shown) or re.search(r"(<img [^>]*>)", shown)
        self.picture = picture[1] if picture else ""

    def section(self, cell):
        name = html.escape(cell["id"])
        if cell["cell_type"] == "markdown":
            text = next(self.texts)
            text = text.replace("<table", '<div class="scroll"><table').replace("</table>", "</table></div>")
            # links between notebooks are links between pages
            text = re.sub(r'href="([\w-]+)\.ipynb', r'href="\1.html', text)
            return f'<section id="{name}">{text}</section>'
        code = highlight("".join(cell["source"]), JavaLexer(), HtmlFormatter())
        outputs = "".join(self.output(output, cell["id"]) for output in cell["outputs"])
        return f'<section id="{name}" class="cell">{code}{outputs}</section>'

    def output(self, output, cell):
        kind = output["output_type"]
        if kind == "stream" and output["name"] == "stdout":
            return f'<pre class="text">{html.escape("".join(output["text"]))}</pre>'
        if kind not in ("display_data", "execute_result"):
            raise SystemExit(f"{self.name}, cell {cell}: a {output.get('name', kind)} output has no place in the gallery")
        data = output["data"]
        if "text/html" not in data:
            return f'<pre class="text">{html.escape("".join(data["text/plain"]))}</pre>'
        shown = "".join(data["text/html"])
        if not shown:  # a line of progress that was taken away again
            return ""
        self.scripts.update(CARRIED.findall(shown))
        return f'<div class="shown">{CARRIED.sub("", shown)}</div>'


def markdown(texts, file):
    """All texts in one call of pandoc."""
    try:
        run = subprocess.run(MARKDOWN, input=f"\n\n{NEXT_CELL}\n\n".join(texts), capture_output=True, text=True)
    except FileNotFoundError:
        raise SystemExit("pandoc is missing: apt-get install pandoc") from None
    if run.returncode != 0:
        raise SystemExit(f"{file}: pandoc cannot show a formula: {run.stderr}")
    return run.stdout.split(NEXT_CELL)


def plain(text):
    return html.unescape(re.sub(r"<[^>]*>", "", text)).strip()


def page(title, body, script=""):
    colors = (HtmlFormatter(style="vs").get_style_defs(".highlight")
              + "@media (prefers-color-scheme: dark) {"
              + HtmlFormatter(style="github-dark").get_style_defs(".highlight") + "}")
    return (f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>{html.escape(title)}</title>'
            '<meta name="viewport" content="width=device-width, initial-scale=1">'
            f'<meta name="color-scheme" content="light dark"><style>{colors}{STYLE.read_text("utf-8")}</style>'
            f"{script}</head><body>{body}</body></html>\n")


def navigation(notebooks, i):
    links = ['<a href="index.html">All notebooks</a>']
    if i > 0:
        links.insert(0, f'<a rel="prev" href="{notebooks[i - 1].name}.html">← {html.escape(notebooks[i - 1].title)}</a>')
    if i + 1 < len(notebooks):
        links.append(f'<a rel="next" href="{notebooks[i + 1].name}.html">{html.escape(notebooks[i + 1].title)} →</a>')
    return f'<nav aria-label="Notebooks">{" ".join(links)}</nav>'


def index(notebooks):
    quick = "NURSERY_QUICK" in os.environ
    note = ("Executed in the quick version (NURSERY_QUICK): fewer seeds, epochs and rows. " if quick else "")
    entries = "".join(
        f'<li><a href="{n.name}.html">{n.picture}<h2>{html.escape(n.title)}</h2></a><p>{html.escape(n.abstract)}</p></li>'
        for n in notebooks)
    return page("Nursery: the notebooks", f"<main><h1>Nursery: the notebooks</h1><p>{note}Charts are pictures first and "
                f"become interactive where scripts run. Nothing is loaded from elsewhere.</p>"
                f'<ol class="gallery" start="0">{entries}</ol></main>')


def write(file, text, largest):
    """The file, or a sentence when it is too large."""
    size = len(text.encode("utf-8"))
    print(f"{file}: {size / 1e6:.2f} MB")
    file.write_text(text, "utf-8")
    return [] if size < largest else [f"{file} has {size / 1e6:.2f} MB, expected less than {largest / 1e6:.1f} MB"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("notebooks", type=pathlib.Path, help="folder with the executed notebooks")
    parser.add_argument("gallery", type=pathlib.Path, help="folder to write")
    arguments = parser.parse_args()
    notebooks = [Notebook(file) for file in sorted(arguments.notebooks.glob("*.ipynb"))]
    if not notebooks:
        raise SystemExit(f"{arguments.notebooks} has no notebook: run .ci/notebooks")
    scripts = set().union(*(n.scripts for n in notebooks))
    if len(scripts) != 1:
        raise SystemExit(f"expected one script for all charts, found {len(scripts)}: run all notebooks in one kernel's version")
    script = scripts.pop()
    shutil.rmtree(arguments.gallery, ignore_errors=True)
    (arguments.gallery / "single").mkdir(parents=True)
    problems = write(arguments.gallery / SHARED, script, LARGEST_PAGE)
    problems += write(arguments.gallery / "index.html", index(notebooks), LARGEST_PAGE)
    for i, n in enumerate(notebooks):
        around = navigation(notebooks, i)
        body = f'{around}<main>{"".join(n.sections)}</main>{around}'
        problems += write(arguments.gallery / f"{n.name}.html", page(n.title, body, SHARED_TAG), LARGEST_PAGE)
        alone = f'<main>{"".join(n.sections)}</main><script>{script}</script>'
        problems += write(arguments.gallery / "single" / f"{n.name}.html", page(n.title, alone), LARGEST_SINGLE_FILE)
    sys.exit("\n".join(problems) or 0)


if __name__ == "__main__":
    main()
