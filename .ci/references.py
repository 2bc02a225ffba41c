"""Runs every script of src/test/python and compares what it prints with the file of its name in src/test/resources.

Numbers may differ in their last digits, since libraries sum in another order on another processor.
"""

import math
import pathlib
import subprocess
import sys

SCRIPTS = pathlib.Path("src/test/python")
RESOURCES = pathlib.Path("src/test/resources")


def same(a, b):
    try:
        return math.isclose(float(a), float(b), rel_tol=1e-9, abs_tol=1e-12)
    except ValueError:
        return a == b


def problem(script):
    resources = list(RESOURCES.glob(f"**/{script.stem}.*"))
    if len(resources) != 1:
        return f"expected one file {script.stem}.* in {RESOURCES}, found {len(resources)}"
    run = subprocess.run([sys.executable, script], capture_output=True, text=True)
    if run.returncode != 0:
        return run.stderr
    computed = run.stdout.replace(",", " ").split()
    stored = resources[0].read_text("utf-8").replace(",", " ").split()
    if len(computed) != len(stored):
        return f"computed {len(computed)} words, stored are {len(stored)}"
    different = [f"computed {c}, stored {s}" for c, s in zip(computed, stored) if not same(c, s)]
    return "; ".join(different[:3])


scripts = sorted(SCRIPTS.glob("*.py"))
problems = {script: problem(script) for script in scripts}
for script, text in problems.items():
    print(f"{script}: {text or 'as stored'}")
sys.exit(any(problems.values()) or not scripts)
