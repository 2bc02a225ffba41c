"""A small client of chromedriver's HTTP interface (W3C WebDriver): the standard library and Debian's chromium-driver."""

import base64
import json
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

FLAGS = [
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
    "--hide-scrollbars",
]


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Browser:
    """One headless Chromium. Use it in a with statement, which ends the browser and its driver."""

    def __init__(self, width=1000, height=800, scripts=True, dark=False):
        for program in ("chromedriver", "chromium"):
            if shutil.which(program) is None:
                raise SystemExit(f"{program} is missing: apt-get install chromium chromium-driver")
        self.profile = tempfile.TemporaryDirectory()
        port = free_port()
        self.driver = subprocess.Popen(
            ["chromedriver", f"--port={port}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.base = f"http://127.0.0.1:{port}"
        self.wait_for(lambda: self.call("GET", "/status")["ready"], 30)
        arguments = FLAGS + [f"--user-data-dir={self.profile.name}", f"--window-size={width},{height}"]
        if dark:
            arguments.append("--blink-settings=preferredColorScheme=0")
        options = {"args": arguments, "binary": shutil.which("chromium")}
        if not scripts:
            options["prefs"] = {"profile.managed_default_content_settings.javascript": 2}
        session = self.call("POST", "/session", {"capabilities": {"alwaysMatch": {
            "goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}}}})
        self.base += "/session/" + session["sessionId"]
        # a phone is narrower than the narrowest window
        self.cdp("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        try:
            self.call("DELETE", "")
        finally:
            self.driver.terminate()
            self.driver.wait()
            self.profile.cleanup()

    def call(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(
            self.base + path, data, {"Content-Type": "application/json"}, method=method)
        try:
            with urllib.request.urlopen(request, timeout=120) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as e:
            raise RuntimeError(json.load(e)["value"]["message"]) from None

    def cdp(self, command, **parameters):
        return self.call("POST", "/goog/cdp/execute", {"cmd": command, "params": parameters})

    def open(self, address):
        self.call("POST", "/url", {"url": address})

    def run(self, script, *arguments):
        return self.call("POST", "/execute/sync", {"script": script, "args": list(arguments)})

    def log(self):
        """What was written to the console since the last call: [(level, message)]."""
        return [(e["level"], e["message"]) for e in self.call("POST", "/se/log", {"type": "browser"})]

    def screenshot(self, file):
        """The whole page, however long."""
        size = self.cdp("Page.getLayoutMetrics")["cssContentSize"]
        picture = self.cdp(
            "Page.captureScreenshot", captureBeyondViewport=True,
            clip={"x": 0, "y": 0, "width": size["width"], "height": min(size["height"], 15000), "scale": 1})
        with open(file, "wb") as out:
            out.write(base64.b64decode(picture["data"]))

    @staticmethod
    def wait_for(condition, seconds):
        """Whether the condition came true in time."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                if condition():
                    return True
            except (OSError, RuntimeError):
                pass  # not there yet
            time.sleep(0.1)
        return False
