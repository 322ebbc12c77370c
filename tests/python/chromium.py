# SPDX-License-Identifier: BSL-1.0
"""Pages in a real Chromium without a window, spoken to through a pipe (Chrome DevTools Protocol).

    with Chromium() as chromium:
        page = chromium.open("out/2017.html", width=390, height=844, dark=True)
        page.evaluate("document.title")
        page.complaints, page.requests
        page.screenshot("phone.png")

Needs nothing but Python and a Chromium: of ZHIBU_CHROMIUM, or else of the PATH.
"""

import base64
import fcntl
import itertools
import json
import os
import select
import shutil
import subprocess
import tempfile
from pathlib import Path

PATIENCE = 60  # seconds
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def program():
    """Where a Chromium is, or None."""
    named = os.environ.get("ZHIBU_CHROMIUM")
    return named or next(filter(None, map(shutil.which, NAMES)), None)


def _raised(end):
    """The end of a pipe under a number that is not in the way of 3 and 4."""
    raised = fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, 10)
    os.close(end)
    return raised


class Chromium:
    def __enter__(self):
        self._folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        to_it, self._out = map(_raised, os.pipe())
        self._in, from_it = map(_raised, os.pipe())
        self._process = subprocess.Popen(
            ["bash", "-c", f'exec "$0" "$@" 3<&{to_it} 4>&{from_it}', program(), "--headless=new",
             "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
             "--disable-background-networking", "--disable-component-update", "--disable-sync",
             f"--user-data-dir={self._folder.name}", "--remote-debugging-pipe", "about:blank"],
            pass_fds=(to_it, from_it), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_it)
        os.close(from_it)
        self._ids, self._rest, self._listeners = itertools.count(1), b"", {}
        return self

    def __exit__(self, *_):
        try:
            self.ask("Browser.close")
            self._process.wait(PATIENCE)
        except (EOFError, OSError, subprocess.TimeoutExpired):
            self._process.kill()
            self._process.wait()
        os.close(self._out)
        os.close(self._in)
        self._folder.cleanup()

    def ask(self, method, session=None, **params):
        """Sends a command and waits for its result; what happens meanwhile is told to its page."""
        sent = next(self._ids)
        message = {"id": sent, "method": method, "params": params}
        if session:
            message["sessionId"] = session
        os.write(self._out, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") != sent:
                continue
            if "error" in answer:
                raise RuntimeError(f"{method}: {answer['error']['message']}")
            return answer["result"]

    def _next(self):
        while b"\0" not in self._rest:
            readable, _, _ = select.select([self._in], [], [], PATIENCE)
            some = os.read(self._in, 1 << 20) if readable else b""
            if not some:
                raise EOFError("Chromium has ended" if readable else "Chromium does not answer")
            self._rest += some
        one, self._rest = self._rest.split(b"\0", 1)
        message = json.loads(one)
        listener = self._listeners.get(message.get("sessionId"))
        if listener and "method" in message:
            listener(message["method"], message["params"])
        return message

    def open(self, file, *, width, height, dark=False):
        """Opens a file as a screen of that size shows it, and waits until it is loaded."""
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        page = Page(self, session)
        self._listeners[session] = page.hear
        for domain in ("Page", "Runtime", "Log", "Network"):
            page.ask(f"{domain}.enable")
        page.ask("Emulation.setDeviceMetricsOverride", width=width, height=height,
                 deviceScaleFactor=2 if width < 600 else 1, mobile=width < 600)
        page.prefer("screen", dark)
        page.ask("Page.navigate", url=Path(file).resolve().as_uri())
        while not page.loaded:
            self._next()
        page.evaluate("document.fonts.ready.then(() => true)")
        return page


class Page:
    def __init__(self, chromium, session):
        self._chromium, self._session = chromium, session
        self.loaded = False
        self.complaints = []  # of the console, and what was thrown
        self.requests = []  # the addresses that were asked for

    def hear(self, method, params):
        if method == "Page.loadEventFired":
            self.loaded = True
        elif method == "Log.entryAdded":
            self.complaints.append(params["entry"]["text"])
        elif method == "Runtime.exceptionThrown":
            self.complaints.append(params["exceptionDetails"]["text"])
        elif method == "Runtime.consoleAPICalled" and params["type"] in ("error", "warning"):
            self.complaints.append(str(params["args"]))
        elif method == "Network.requestWillBeSent":
            self.requests.append(params["request"]["url"])

    def ask(self, method, **params):
        return self._chromium.ask(method, self._session, **params)

    def prefer(self, media, dark=False):
        self.ask("Emulation.setEmulatedMedia", media=media, features=[
            {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}])

    def evaluate(self, expression):
        answer = self.ask("Runtime.evaluate", expression=expression, returnByValue=True,
                          awaitPromise=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(str(answer["exceptionDetails"]))
        return answer["result"].get("value")

    def screenshot(self, file, whole=True):
        shot = self.ask("Page.captureScreenshot", format="png", captureBeyondViewport=whole)
        Path(file).write_bytes(base64.b64decode(shot["data"]))

    def print(self, file):
        """Prints it on the paper that it asks for, without backgrounds, as printers are set."""
        self.prefer("print")
        pdf = self.ask("Page.printToPDF", preferCSSPageSize=True, printBackground=False)
        Path(file).write_bytes(base64.b64decode(pdf["data"]))


# Of each text that is seen: its colour against the nearest background behind it (WCAG 2).
CONTRAST = """(() => {
  const channels = colour => (colour.match(/[\\d.]+/g) || []).map(Number);
  const luminance = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map(v => (v /= 255) <= 0.04045 ? v / 12.92
                                                              : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const behind = element => {
    for (let e = element; e; e = e.parentElement) {
      const colour = channels(getComputedStyle(e).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour;
      if (colour[3] > 0) throw new Error('a background that is half transparent: ' + e.outerHTML);
    }
    return [255, 255, 255];
  };
  const found = [];
  const check = (element, style, text) => {
    const svg = element.namespaceURI.endsWith('svg');
    const front = luminance(channels(svg ? style.fill : style.color));
    const back = luminance(behind(element));
    const ratio = (Math.max(front, back) + 0.05) / (Math.min(front, back) + 0.05);
    found.push({text: text.trim().slice(0, 40), ratio});
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement, text = walker.currentNode.textContent;
    if (!text.trim() || !element.getClientRects().length || element.closest('.unseen, title, desc'))
      continue;
    check(element, getComputedStyle(element), text);
  }
  for (const element of document.body.querySelectorAll('*'))
    for (const place of ['::before', '::after']) {
      const style = getComputedStyle(element, place);
      if (element.getClientRects().length && !['none', 'normal', '""'].includes(style.content))
        check(element, style, style.content);
    }
  return found;
})()"""


def contrasts(page):
    """What is written on a page, and how it stands out from what is behind it: [(ratio, text)]."""
    return sorted((found["ratio"], found["text"]) for found in page.evaluate(CONTRAST))
