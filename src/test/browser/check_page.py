#!/usr/bin/env python3
"""Checks in headless Chromium that an exported page shows its charts.

    check_page.py page.html --charts 7 [--pictures 2] [--screenshot page.png] [--width 1000] [--dark]

First with scripts: Plotly must have drawn every chart (one or more .main-svg in each) and nothing may have failed on the
console. Then without: every chart and picture must show its static image. Needs Debian's chromium and chromium-driver.
"""

import argparse
import pathlib
import sys

from webdriver import Browser

DRAWN = "return document.querySelectorAll('.nursery-chart [data-drawn=\"true\"] .main-svg:first-of-type').length"
PLACED = "return document.querySelectorAll('.nursery-chart').length"
STATIC = """
return [...document.querySelectorAll('.nursery-chart > img, .nursery-picture > img')].filter(image =>
    image.complete && image.naturalWidth > 0 && image.getBoundingClientRect().width > 50 && image.alt !== '').length
"""
# exported pages load RequireJS and MathJax from the network; charts must not need it
NETWORK = ("net::ERR_", "MathJax is not defined", "Failed to load resource")


def problems_with_scripts(page, arguments):
    with Browser(arguments.width, dark=arguments.dark) as browser:
        browser.open(page)
        complete = browser.wait_for(lambda: browser.run(DRAWN) >= arguments.charts, arguments.seconds)
        placed, drawn = browser.run(PLACED), browser.run(DRAWN)
        print(f"scripts on: {placed} charts placed, {drawn} drawn, {arguments.charts} expected")
        if arguments.screenshot:
            browser.screenshot(arguments.screenshot)
        if not complete or placed != arguments.charts + arguments.still:
            yield f"{drawn} of {arguments.charts} charts are drawn, {placed} are placed"
        for level, message in browser.log():
            if level == "SEVERE" and not any(word in message for word in NETWORK):
                yield "console: " + message
            elif "Nursery:" in message:
                print("console: " + message)


def problems_without_scripts(page, arguments):
    expected = arguments.charts + arguments.still + arguments.pictures
    with Browser(arguments.width, scripts=False, dark=arguments.dark) as browser:
        browser.open(page)
        browser.wait_for(lambda: browser.run(STATIC) >= expected, 10)
        shown = browser.run(STATIC)
        print(f"scripts off: {shown} static pictures show, {expected} expected")
        if arguments.screenshot:
            file = pathlib.Path(arguments.screenshot)
            browser.screenshot(str(file.with_name(file.stem + "-static" + file.suffix)))
        if shown != expected:
            yield f"{shown} of {expected} static pictures show without scripts"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("page")
    parser.add_argument("--charts", type=int, required=True, help="charts that Plotly has to draw")
    parser.add_argument("--still", type=int, default=0, help="charts of a kind that stays static, such as 3D")
    parser.add_argument("--pictures", type=int, default=0, help="static pictures that are no charts, such as digits")
    parser.add_argument("--screenshot", help="PNG to write; the page without scripts goes beside it")
    parser.add_argument("--width", type=int, default=1000)
    parser.add_argument("--dark", action="store_true", help="with a dark color scheme")
    parser.add_argument("--seconds", type=float, default=60)
    arguments = parser.parse_args()
    page = pathlib.Path(arguments.page).resolve().as_uri()
    problems = [*problems_with_scripts(page, arguments), *problems_without_scripts(page, arguments)]
    for problem in problems:
        print("FAILED: " + problem, file=sys.stderr)
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
