#!/usr/bin/env python3
"""Measures the HTML report of 500 documents with 20,000 passages: its size, how long it loads, how long a click takes.

LEITONG names the program; else it is .build/release/leitong. Chromium is needed (make test-browser sets it up).
"""
import os, random, statistics, subprocess, sys, tempfile, time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, os.path.join(ROOT, "Tests/Browser"))
from browser import Browser

LEITONG = os.environ.get("LEITONG", os.path.join(ROOT, ".build/release/leitong"))
DOCUMENTS, PARAGRAPHS, CLICKS = 500, 20, 16
CLICK = """new Promise(done => { const start = performance.now();
    addEventListener('hashchange', () => requestAnimationFrame(() => setTimeout(() => done(performance.now() - start))), {once: true});
    location.hash = '%s'; })"""


def write(folder):
    """Paragraphs of three sentences: half of each is the document's own, half stands in others with up to three edits."""
    draw = random.Random(7)
    letters = [chr(0x4E00 + number) for number in range(3000)]

    def clause(length):
        return "".join(draw.choice(letters) for _ in range(length))

    def edited(text):
        text = list(text)
        for _ in range(draw.randint(0, 3)):
            text[draw.randrange(len(text))] = draw.choice(letters)
        return "".join(text)

    pool = [clause(draw.randint(40, 95)) for _ in range(9500)]
    for number in range(DOCUMENTS):
        with open(os.path.join(folder, f"{number:03}.txt"), "w") as file:
            for _ in range(PARAGRAPHS):
                file.write("。".join(clause(draw.randint(20, 50)) + "，" + edited(draw.choice(pool)) for _ in range(3)) + "。\n")


def processor(browser):
    """Milliseconds that the page's thread was at work, however busy the machine is."""
    metrics = {metric["name"]: metric["value"] for metric in browser.send("Performance.getMetrics")["metrics"]}
    return 1000 * metrics["TaskDuration"]


def clicks(browser, views):
    """Times until the new view is painted, and what of them the page's thread was at work."""
    times, work = [], []
    for view in views:
        before = processor(browser)
        times.append(browser.run(CLICK % view))
        work.append(processor(browser) - before)
        time.sleep(0.05)
    return "   ".join(f"{name} {first:4.0f} first {statistics.median(all):4.0f} median {max(all):4.0f} longest"
                      for name, all in (("ms:", times), ("of which at work:", work)) for first in all[:1])


def main():
    draw = random.Random(1)
    numbers = draw.sample(range(DOCUMENTS), CLICKS)
    with tempfile.TemporaryDirectory() as folder:
        page = os.path.join(folder, "report.html")
        texts = os.path.join(folder, "texts")
        os.mkdir(texts)
        write(texts)
        subprocess.run([LEITONG, "find", texts, "--format", "html", "--output", page, "--progress", "never"], check=True)
        browser = Browser()
        browser.size(1280)
        browser.send("Performance.enable", timeDomain="threadTicks")
        browser.open(page)
        passages = browser.run("report.summary.copied_passages")
        print(f"{DOCUMENTS} documents, {passages} passages: {os.path.getsize(page) / 1e6:.1f} MB")
        loaded = browser.run("performance.getEntriesByType('navigation')[0].domComplete")
        time.sleep(1)
        print(f"loaded    ms: {loaded:4.0f}   at work: {processor(browser):4.0f}")
        nearest = {number: browser.run(f"totalsOf(units[{number}]).sources[0].unit.index") for number in numbers}
        print("document ", clicks(browser, [f"#/document/{number}" for number in numbers]))
        print("pair     ", clicks(browser, [f"#/pair/{number}/{other}" for number, other in nearest.items()]))
        print("cluster  ", clicks(browser, [f"#/cluster/{number}" for number in numbers]))
        print("print    ", clicks(browser, [f"#/print/{number}" for number in numbers]))
        print("overview ", clicks(browser, ["#/"]))
        browser.close()


if __name__ == "__main__":
    main()
