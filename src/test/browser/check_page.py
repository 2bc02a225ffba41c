#!/usr/bin/env python3
"""Checks in headless Chromium that pages show their charts.

    check_page.py page.html... [--screenshots FOLDER] [--still 2]

Looks at each page three times: on a wide light screen, on a phone in the dark, and without scripts. With scripts Plotly
must have drawn every chart (one or more .main-svg in each), a drawn chart must have words, nothing may have been written
to the console as an error, and nothing may be wider than the phone. Without scripts every chart and picture must show its
static image. The screenshots are called page-wide.png, page-phone.png and page-static.png.
Needs Debian's chromium and chromium-driver.
"""

import argparse
import pathlib
import re
import sys

from webdriver import Browser

DRAWN = "return document.querySelectorAll('.nursery-chart [data-drawn=\"true\"] .main-svg:first-of-type').length"
PLACED = "return document.querySelectorAll('.nursery-chart').length"
STATIC = """
return [...document.querySelectorAll('.nursery-chart > img, .nursery-picture > img')].filter(image =>
    image.complete && image.naturalWidth > 0 && image.getBoundingClientRect().width > 50 && image.alt !== '').length
"""
WORDLESS = """
return [...document.querySelectorAll('img, [data-drawn="true"]')].filter(shown =>
    ((shown.alt === undefined ? shown.getAttribute('aria-label') : shown.alt) || '').length < 10).length
"""
WIDTH = "return document.documentElement.scrollWidth"
# a front end loads RequireJS and MathJax from the network; charts must not need it
NETWORK = ("net::ERR_", "MathJax is not defined", "Failed to load resource")
SECONDS = 60
PHONE = 390


def expected(page, kind):
    return len(re.findall(rf'<figure class="nursery-{kind}"', page.read_text("utf-8")))


def look_with_scripts(browser, page, still):
    charts = expected(page, "chart") - still
    complete = browser.wait_for(lambda: browser.run(DRAWN) >= charts, SECONDS)
    placed, drawn = browser.run(PLACED), browser.run(DRAWN)
    print(f"{page.name}: {drawn} of {charts} charts drawn")
    if not complete or placed != charts + still:
        yield f"{drawn} of {charts} charts are drawn, {placed} are placed"
    wordless = browser.run(WORDLESS)
    if wordless:
        yield f"{wordless} charts or pictures have no words for those who do not see them"
    for level, message in browser.log():
        if level == "SEVERE":
            yield "console: " + message
        elif "Nursery:" in message:
            print("console: " + message)


def look_on_a_phone(browser, page, still):
    yield from look_with_scripts(browser, page, still)
    width = browser.run(WIDTH)
    if width > PHONE:
        yield f"the page is {width} pixels wide, expected {PHONE}"


def look_without_scripts(browser, page, _):
    pictures = expected(page, "chart") + expected(page, "picture")
    browser.wait_for(lambda: browser.run(STATIC) >= pictures, 10)
    shown = browser.run(STATIC)
    print(f"{page.name}: {shown} of {pictures} static pictures show")
    if shown != pictures:
        yield f"{shown} of {pictures} static pictures show without scripts"


LOOKS = {
    "wide": (look_with_scripts, {"width": 1000}),
    "phone": (look_on_a_phone, {"width": PHONE, "dark": True}),
    "static": (look_without_scripts, {"width": 1000, "scripts": False}),
}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=pathlib.Path, nargs="+")
    parser.add_argument("--screenshots", type=pathlib.Path, help="folder to write screenshots to")
    parser.add_argument("--still", type=int, default=0, help="charts on each page of a kind that stays static, such as 3D")
    arguments = parser.parse_args()
    if arguments.screenshots:
        arguments.screenshots.mkdir(parents=True, exist_ok=True)
    problems = []
    for name, (look, options) in LOOKS.items():
        with Browser(**options) as browser:
            for page in arguments.pages:
                browser.open(page.resolve().as_uri())
                problems += [f"{page.name}, {name}: {problem}" for problem in look(browser, page, arguments.still)]
                if arguments.screenshots:
                    browser.screenshot(str(arguments.screenshots / f"{page.stem}-{name}.png"))
    for problem in problems:
        print("FAILED: " + problem, file=sys.stderr)
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
