#!/usr/bin/env python3
"""Looks at a notebook in the real front end: the classic Jupyter Notebook in headless Chromium.

    check_notebook.py notebook.ipynb --executed executed.ipynb [--screenshot out.png] [--width 1200] [--kernel nursery]

Starts a notebook server on a copy of the notebook, runs all cells and waits until Plotly has drawn every chart. Then runs
the cell that carries plotly.js once more, saves, reloads the page and waits again: charts must draw from what was saved,
so that cell's new output must carry it too. Then interrupts a training, which must leave a history to go on with, and
restarts the kernel and runs all once more: every text must be as before. Last, opens it as a reader does who
does not trust it: the static pictures must show. Screenshots: out.png, out-reloaded.png, out-untrusted.png.
The executed notebook says how many charts and pictures there are.
Needs Debian's jupyter-notebook, chromium and chromium-driver.
"""

import argparse
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request

from check_page import DRAWN, NETWORK, PLACED, STATIC
from webdriver import Browser, free_port

# what the front end says about its own extensions
FRONT_END = ("/nbextensions/", "Access to font at 'about:blank'")
READY = """
return typeof Jupyter !== 'undefined' && !!Jupyter.notebook && Jupyter.notebook._fully_loaded &&
    !!Jupyter.notebook.kernel && Jupyter.notebook.kernel.is_connected()
"""
RUN_ALL = "Jupyter.notebook.execute_all_cells()"
RUN_CARRIER = """
const carriers = Jupyter.notebook.get_cells().filter(cell =>
    cell.output_area && JSON.stringify(cell.output_area.outputs).includes('DecompressionStream'));
carriers.slice(0, 1).forEach(cell => cell.execute());
return carriers.length
"""
IDLE = """
return Jupyter.notebook.get_cells().filter(cell => cell.cell_type === 'code' && cell.get_text().trim() !== '')
    .every(cell => typeof cell.input_prompt_number === 'number') && !Jupyter.notebook.kernel_busy
"""
TEXTS = "return [...document.querySelectorAll('.output_stdout')].map(output => output.innerText)"
RESTART = "window.restarted = false; Jupyter.notebook.kernel.restart(() => { window.restarted = true })"
ENDLESS = """
var endless = Trainer.sgd(1e-3).epochs(10_000_000).fit(
    Net.input(2).dense(8).relu().dense(3).softmax(), Data.spiral(3, 100, 1).split(0.8, 0.1, 0.1));
"""
GO_ON = 'check(endless.steps() > 0, "the history is there");\nSystem.out.println("went on");'
ADD_CELL = """
const cell = Jupyter.notebook.insert_cell_at_bottom('code');
cell.set_text(arguments[0]);
cell.execute()
"""
DROP_CELLS = """
arguments[0] && Jupyter.notebook.delete_cells(
    [...Array(arguments[0]).keys()].map(i => Jupyter.notebook.ncells() - 1 - i))
"""
CLEAR = "Jupyter.notebook.clear_all_output(); Jupyter.notebook.get_cells().forEach(cell => cell.input_prompt_number = null)"
INTERRUPT = "Jupyter.notebook.kernel.interrupt()"
ERRORS = "return [...document.querySelectorAll('.output_error, .output_stderr')].map(output => output.innerText)"
# the front end scrolls within its own box: let the page grow, so that a screenshot shows all of it
UNFOLD = """
document.querySelectorAll('#site, #notebook, body').forEach(e => e.style.cssText += ';height:auto!important;overflow:visible!important;position:static!important');
document.querySelector('#header').style.display = 'none';
window.dispatchEvent(new Event('resize'))
"""


class Server:
    """A notebook server that only this machine reaches, on a folder of its own."""

    def __init__(self, folder):
        port = free_port()
        self.address = f"http://127.0.0.1:{port}"
        self.folder = folder
        self.process = subprocess.Popen(
            ["jupyter", "notebook", "--no-browser", "--allow-root", "--ip=127.0.0.1", f"--port={port}",
             "--NotebookApp.token=", "--NotebookApp.password=", f"--notebook-dir={folder}"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        if not Browser.wait_for(lambda: urllib.request.urlopen(self.address + "/api").status == 200, 60):
            self.__exit__()
            raise SystemExit("the notebook server does not answer: try `jupyter notebook --no-browser`")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()


def look(browser, arguments, name, charts):
    """Waits for the charts and keeps a screenshot; yields what is wrong."""
    complete = browser.wait_for(lambda: browser.run(DRAWN) >= charts, arguments.draw_seconds)
    drawn, placed = browser.run(DRAWN), browser.run(PLACED)
    print(f"{name}: {placed} charts placed, {drawn} drawn, {charts} expected")
    if arguments.screenshot:
        file = pathlib.Path(arguments.screenshot)
        browser.run(UNFOLD)
        browser.screenshot(str(file.with_name(file.stem + ("" if name == "run" else "-" + name) + file.suffix)))
    if not complete or placed != charts + arguments.still:
        yield f"{name}: {drawn} of {charts} charts are drawn, {placed} are placed"
    for level, message in browser.log():
        if level == "SEVERE" and not any(word in message for word in NETWORK + FRONT_END):
            yield f"{name}: console: {message}"


def interrupt_and_restart(browser, arguments):
    """A training that is interrupted keeps its history; restart and run all gives the same texts."""
    before = browser.run(TEXTS)
    browser.run(RUN_ALL)
    browser.wait_for(lambda: browser.run(IDLE), arguments.seconds)
    browser.run(ADD_CELL, ENDLESS)
    time.sleep(3)
    if browser.run(IDLE):
        yield "interrupt: the endless training has ended"
    browser.run(INTERRUPT)
    if not browser.wait_for(lambda: browser.run(IDLE), 10):
        yield "interrupt: the training goes on"
    browser.run(ADD_CELL, GO_ON)
    if not browser.wait_for(lambda: "went on" in "".join(browser.run(TEXTS)), 20):
        yield "interrupt: the next cell does not find the history"
    browser.run(DROP_CELLS, 2)
    browser.run(RESTART)
    if not browser.wait_for(lambda: browser.run("return window.restarted") and browser.run(READY), 60):
        yield "restart: the kernel does not come back"
    browser.run(CLEAR)
    browser.run(RUN_ALL)
    if not browser.wait_for(lambda: browser.run(IDLE), arguments.seconds):
        yield f"restart: the cells did not finish within {arguments.seconds} s"
    for text in browser.run(ERRORS):
        yield "restart: a cell shows an error: " + text
    after = browser.run(TEXTS)
    print(f"restart: {len(after)} texts, {len(before)} before")
    if after != before:
        yield "restart: the texts differ from those before"


def check(server, arguments):
    page = f"{server.address}/notebooks/copy.ipynb"
    with Browser(arguments.width) as browser:
        browser.open(page)
        if not browser.wait_for(lambda: browser.run(READY), 60):
            yield "the notebook or its kernel did not start"
            return
        browser.log()
        browser.run(RUN_ALL)
        if not browser.wait_for(lambda: browser.run(IDLE), arguments.seconds):
            yield f"the cells did not finish within {arguments.seconds} s"
        for text in browser.run(ERRORS):
            yield "a cell shows an error: " + text
        yield from look(browser, arguments, "run", arguments.charts)
        carriers = browser.run(RUN_CARRIER)
        if arguments.charts and carriers != 1:
            yield f"{carriers} cells carry plotly.js, expected 1"
        browser.wait_for(lambda: browser.run(IDLE), arguments.seconds)
        browser.run("window.saved = false; Jupyter.notebook.save_notebook().then(() => { window.saved = true })")
        if not browser.wait_for(lambda: browser.run("return window.saved"), 60):
            yield "the notebook was not saved"
        browser.open(page)
        browser.wait_for(lambda: browser.run(READY), 60)
        yield from look(browser, arguments, "reloaded", arguments.charts)
        yield from interrupt_and_restart(browser, arguments)
    # who did not run a notebook does not trust it: scripts and inline SVG are taken out
    saved = json.loads(pathlib.Path(server.folder, "copy.ipynb").read_text(encoding="utf-8"))
    saved["cells"].append({"cell_type": "markdown", "metadata": {}, "source": "from a stranger"})
    pathlib.Path(server.folder, "stranger.ipynb").write_text(json.dumps(saved), encoding="utf-8")
    with Browser(arguments.width) as browser:
        browser.open(f"{server.address}/notebooks/stranger.ipynb")
        browser.wait_for(lambda: browser.run(READY), 60)
        expected = arguments.charts + arguments.still + arguments.pictures
        browser.wait_for(lambda: browser.run(STATIC) >= expected, 10)
        shown = browser.run(STATIC)
        print(f"untrusted: {shown} static pictures show, {expected} expected")
        if arguments.screenshot:
            file = pathlib.Path(arguments.screenshot)
            browser.run(UNFOLD)
            browser.screenshot(str(file.with_name(file.stem + "-untrusted" + file.suffix)))
        if shown != expected:
            yield f"untrusted: {shown} of {expected} static pictures show"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("notebook")
    parser.add_argument("--executed", required=True, help="the same notebook, executed")
    parser.add_argument("--still", type=int, default=0, help="charts of a kind that stays static, such as 3D")
    parser.add_argument("--screenshot", help="PNG to write; the others go beside it")
    parser.add_argument("--width", type=int, default=1200)
    parser.add_argument("--kernel", help="kernelspec to run with, instead of the notebook's own")
    parser.add_argument("--seconds", type=float, default=600, help="time for all cells")
    parser.add_argument("--draw-seconds", type=float, default=30, help="time for all charts after that")
    arguments = parser.parse_args()
    if shutil.which("jupyter") is None:
        raise SystemExit("jupyter is missing: apt-get install jupyter-notebook")
    executed = pathlib.Path(arguments.executed).read_text(encoding="utf-8")
    arguments.charts = executed.count('<figure class=\\"nursery-chart') - arguments.still
    arguments.pictures = executed.count('<figure class=\\"nursery-picture')
    notebook = json.loads(pathlib.Path(arguments.notebook).read_text(encoding="utf-8"))
    if arguments.kernel:
        notebook["metadata"]["kernelspec"] = {"name": arguments.kernel, "display_name": arguments.kernel}
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "copy.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
        with Server(folder) as server:
            problems = list(check(server, arguments))
    for problem in problems:
        print("FAILED: " + problem, file=sys.stderr)
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
