#!/usr/bin/env python3
"""Uses the page of a running service in headless Chromium as people do, with a fake microphone.

    python3 browser_check.py http://127.0.0.1:8080 [--screenshots DIR] [--chromium PROGRAM]

A wide window in light colours, a narrow one in dark colours; by mouse, keyboard and microphone. The
service must have a model. Ends with 1 if something is not as it should be. Needs Chromium and
nothing else: it is spoken to over a pipe, in the Chrome DevTools Protocol.
"""

import argparse
import base64
import json
import math
import os
import pathlib
import select
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
import wave

PATIENCE_SECONDS = 30
RATE = 16000
KEYS = {"Tab": 9, "Enter": 13}
WINDOWS = {"wide and light": (1280, 900, "light"), "narrow and dark": (360, 740, "dark")}
CONTROLS = {"button", "textbox", "link", "checkbox", "combobox"}


class Browser:
    """Chromium with one page. Commands go in and answers come out as JSON with a zero byte after each."""

    def __init__(self, program, profile):
        to_read, self.to_browser = os.pipe()
        self.from_browser, to_write = os.pipe()
        arguments = [
            program, "--headless=new", "--no-sandbox", "--remote-debugging-pipe",
            f"--user-data-dir={profile}", "--use-fake-device-for-media-stream",
            "--use-fake-ui-for-media-stream", "--mute-audio", "--no-first-run", "about:blank"]

        def pipes():  # Chromium reads from 3 and writes to 4.
            os.dup2(to_read, 10), os.dup2(to_write, 11)
            os.dup2(10, 3), os.dup2(11, 4)

        self.process = subprocess.Popen(
            arguments, preexec_fn=pipes, close_fds=False,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_read), os.close(to_write)
        self.number, self.session, self.rest, self.events = 0, None, b"", []
        pages = self.ask("Target.getTargets")["targetInfos"]
        page = next(target for target in pages if target["type"] == "page")
        self.session = self.ask(
            "Target.attachToTarget", targetId=page["targetId"], flatten=True)["sessionId"]
        for part in ("Runtime", "Log", "Page", "DOM", "Network", "Accessibility"):
            self.ask(f"{part}.enable")

    def ask(self, method, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.to_browser, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.message()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']['message']}")
                return answer["result"]
            self.events.append(answer)

    def message(self):
        while b"\0" not in self.rest:
            if not select.select([self.from_browser], [], [], PATIENCE_SECONDS)[0]:
                raise TimeoutError("Chromium does not answer")
            part = os.read(self.from_browser, 1 << 20)
            if not part:
                raise RuntimeError("Chromium ended")
            self.rest += part
        first, self.rest = self.rest.split(b"\0", 1)
        return json.loads(first)

    def value(self, script):
        answer = self.ask("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        return answer["result"].get("value")

    def comes(self, script):
        """Whether it becomes true in time."""
        end = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < end:
            if self.value(script):
                return True
            time.sleep(0.1)
        return False

    def press(self, key):
        more = {"key": key, "code": key, "windowsVirtualKeyCode": KEYS[key]}
        text = {"text": "\r"} if key == "Enter" else {}
        self.ask("Input.dispatchKeyEvent", type="keyDown", **more, **text)
        self.ask("Input.dispatchKeyEvent", type="keyUp", **more)

    def open(self, url, width, height, colours):
        self.ask("Emulation.setDeviceMetricsOverride", width=width, height=height,
                 deviceScaleFactor=1, mobile=width < 500)
        self.ask("Emulation.setEmulatedMedia",
                 features=[{"name": "prefers-color-scheme", "value": colours}])
        self.ask("Page.navigate", url=url)

    def choose(self, file):
        document = self.ask("DOM.getDocument")["root"]["nodeId"]
        node = self.ask("DOM.querySelector", nodeId=document, selector="#file")["nodeId"]
        self.ask("DOM.setFileInputFiles", files=[str(file)], nodeId=node)

    def controls(self):
        """Role and name of everything that can be used, as a screen reader gets them."""
        for node in self.ask("Accessibility.getFullAXTree")["nodes"]:
            if not node.get("ignored") and node.get("role", {}).get("value") in CONTROLS:
                yield node["role"]["value"], node.get("name", {}).get("value", "")

    def screenshot(self, path):
        shot = self.ask("Page.captureScreenshot", captureBeyondViewport=True)
        path.write_bytes(base64.b64decode(shot["data"]))

    def end(self):
        self.process.terminate()
        self.process.wait(PATIENCE_SECONDS)


class Report:
    """What was looked at and what was wrong."""

    def __init__(self):
        self.wrong = 0

    def expect(self, what, holds, seen=""):
        self.wrong += not holds
        print(f"{'ok    ' if holds else 'WRONG '} {what}{f': {seen}' if seen != '' else ''}", flush=True)


def make_clip(path):
    """Three seconds of a gliding voice-like sound."""
    samples = []
    for i in range(3 * RATE):
        pitch = 120 + 40 * math.sin(2 * math.pi * i / RATE)
        phase = 2 * math.pi * pitch * i / RATE
        samples.append(int(6000 * sum(math.sin(h * phase) / h for h in (1, 2, 3, 4))))
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1), file.setsampwidth(2), file.setframerate(RATE)
        file.writeframes(b"".join(s.to_bytes(2, "little", signed=True) for s in samples))


def shown(element):
    return f"!document.getElementById('{element}').hidden"


def text(element):
    return f"document.getElementById('{element}').textContent"


def check_file(browser, report, clip):
    browser.choose(clip)
    report.expect("a chosen clip is answered", browser.comes(shown("result")), browser.value(text("label")))
    report.expect("its waveform is shown", browser.value(shown("waveform")))
    report.expect("its name is told", clip.name in browser.value(text("caption")))
    report.expect("its windows come", browser.comes("document.getElementById('windows').rows.length > 1"))
    total = browser.value(
        "[...document.querySelectorAll('#bars tr')].map(r => parseFloat(r.lastElementChild.textContent))"
        ".reduce((a, b) => a + b, 0)")
    report.expect("the probabilities come to a hundred per cent", abs(total - 100) < 2, total)
    browser.value("document.querySelector('details').open = true")
    wide = browser.value("document.documentElement.scrollWidth - innerWidth")
    report.expect("nothing is wider than the window", wide <= 0, wide)


def check_keyboard(browser, report):
    browser.value("document.activeElement.blur()")
    reached = []
    for _ in range(12):
        browser.press("Tab")
        reached.append(browser.value("document.activeElement.id || document.activeElement.tagName"))
    report.expect("the Tab key reaches all", {"file", "record", "SUMMARY", "A"} <= set(reached), reached)
    nameless = [role for role, name in browser.controls() if not name.strip()]
    report.expect("all controls have names for screen readers", not nameless, ", ".join(nameless))


def check_microphone(browser, report):
    browser.value("document.getElementById('record').focus()")
    browser.press("Enter")
    pressed = "document.getElementById('record').getAttribute('aria-pressed') == "
    report.expect("Enter begins a recording", browser.comes(pressed + "'true'"))
    time.sleep(2.5)
    browser.press("Enter")
    report.expect("Enter ends it", browser.comes(pressed + "'false'"))
    told = f"{text('caption')}.startsWith('recording') || {shown('error')}"
    report.expect("the recording is answered", browser.comes(told),
                  browser.value(text("label")) + browser.value(text("error")))


def check_quiet(browser, report, url):
    told = [event["params"] for event in browser.events
            if event.get("method") in ("Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Log.entryAdded")]
    report.expect("the console is empty", not told, json.dumps(told)[:500] if told else "")
    host = urllib.parse.urlparse(url).netloc
    asked = {urllib.parse.urlparse(event["params"]["request"]["url"]) for event in browser.events
             if event.get("method") == "Network.requestWillBeSent"}
    outside = sorted(to.geturl() for to in asked if to.scheme.startswith("http") and to.netloc != host)
    report.expect("no other host is asked", not outside, ", ".join(outside))


def await_model(url):
    """Returns once the service has a model."""
    end = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            with urllib.request.urlopen(url + "q/health/ready", timeout=PATIENCE_SECONDS):
                return
        except OSError as away:
            if time.monotonic() > end:
                sys.exit(f"The service at {url} has no model: {away}")
            time.sleep(0.5)


def options():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("url", help="of the service, such as http://127.0.0.1:8080")
    parser.add_argument("--screenshots", type=pathlib.Path, metavar="DIR", help="where to put pictures")
    parser.add_argument("--chromium", default=shutil.which("chromium") or shutil.which("google-chrome"),
                        help="the program (chromium or google-chrome on the PATH)")
    return parser.parse_args()


def check(asked, folder, report):
    clip = folder / "clip.wav"
    make_clip(clip)
    url = asked.url.rstrip("/") + "/"
    await_model(url)
    browser = Browser(asked.chromium, folder / "profile")
    try:
        for name, window in WINDOWS.items():
            print(f"-- {name}", flush=True)
            browser.open(url, *window)
            known = browser.comes(f"document.readyState == 'complete' && /version/i.test({text('model')})")
            report.expect("the model is told", known, browser.value(text("model")))
            check_file(browser, report, clip)
            check_keyboard(browser, report)
            if asked.screenshots:
                asked.screenshots.mkdir(parents=True, exist_ok=True)
                browser.screenshot(asked.screenshots / f"{name.replace(' ', '-')}.png")
            check_microphone(browser, report)
        check_quiet(browser, report, url)
    finally:
        browser.end()


def main():
    asked = options()
    if not asked.chromium:
        sys.exit("There is no chromium on the PATH; install it, or name it with --chromium.")
    report = Report()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        check(asked, pathlib.Path(folder), report)
    if report.wrong:
        sys.exit(f"{report.wrong} wrong")
    print("All as it should be.")


if __name__ == "__main__":
    main()
