#!/usr/bin/env python3
"""The HTML report in a real browser: views, figures, exclusions, keys, widths, paper, hostile documents.

LEITONG names the program; else it is .build/release/leitong.
"""
import json, os, subprocess, sys, tempfile, unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from browser import Browser

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
LEITONG = os.environ.get("LEITONG", os.path.join(ROOT, ".build/release/leitong"))
VIEWS = ["#/", "#/document/4", "#/pair/4/10", "#/cluster/0", "#/print/4"]
HOSTILE = [
    "甲</script><script>document.title='broken'</script>以及<img src=x onerror=\"document.title='broken'\">",
    "乙\u202e倒过来的文字\u202c与\u200b零宽\u200d字符\ufeff都在这里，{{title}}{{{data}}}<!--<script>",
    "丙 <a href=\"javascript:document.title='broken'\">点我</a> ' \" & &lt;b&gt; \u2028换行\u2029换段 \U00020000\U0001f600星平面",
]
SHARED = "今年以来全区上下围绕中心工作扎实推进各项任务落地见效取得了三十七项可以核对的具体成果并在九月底前公布清单。"


def report(paths, name, *options, command="find", status=0):
    path = os.path.join(FOLDER.name, name)
    run = subprocess.run([LEITONG, command, *paths, "--format", "html", "-o", path, "--progress", "never", *options], cwd=ROOT, capture_output=True)
    assert run.returncode == status, run.stderr
    return path


def figures(paths, *options):
    """What a run says of each document, by name."""
    run = subprocess.run([LEITONG, "find", *paths, "--format", "json", "--progress", "never", *options], check=True, cwd=ROOT, capture_output=True)
    return {document["name"]: document for document in json.loads(run.stdout)["documents"]}


def folder_of(name, texts):
    folder = os.path.join(FOLDER.name, name)
    os.mkdir(folder)
    for file, text in texts.items():
        with open(os.path.join(folder, file), "wb") as out:
            out.write(text if isinstance(text, bytes) else text.encode())
    return folder


def setUpModule():
    global FOLDER, BROWSER, ENGLISH, CHINESE, FIGURES
    FOLDER = tempfile.TemporaryDirectory()
    ENGLISH = report(["corpus"], "en.html", "--language", "en")
    CHINESE = report(["corpus"], "zh.html", "--language", "zh-Hans")
    FIGURES = json.loads(subprocess.run([LEITONG, "find", "corpus", "--format", "json"], check=True, cwd=ROOT, capture_output=True).stdout)
    BROWSER = Browser()


def tearDownModule():
    BROWSER.close()
    FOLDER.cleanup()


class ReportTest(unittest.TestCase):
    def setUp(self):
        BROWSER.errors, BROWSER.requests = [], []
        BROWSER.size(1280)

    def tearDown(self):
        self.assertEqual(BROWSER.errors, [])
        outside = [url for url in BROWSER.requests if not url.startswith(("file:", "about:"))]
        self.assertEqual(outside, [])

    def test_views_in_both_languages(self):
        for path, word in ((ENGLISH, "documents hold copied text"), (CHINESE, "篇含有与他篇雷同的文字")):
            BROWSER.open(path)
            self.assertIn(word, BROWSER.run("document.querySelector('h1').textContent"))
            for view in VIEWS:
                BROWSER.go(view)
                self.assertTrue(BROWSER.run("document.querySelector('main h1').textContent.length > 0"), view)
                text = BROWSER.run("document.body.innerText")
                self.assertNotRegex(text, r"undefined|NaN|\[object|\{[a-z_]+\}", view)

    def test_figures_are_the_reports_own(self):
        BROWSER.open(ENGLISH)
        shown = BROWSER.run("units.map(u => [u.name, totalsOf(u).counted, totalsOf(u).sources.length, totalsOf(u).sources.slice(0, 5).map(s => [s.unit.name, s.characters, s.exclusive])])")
        told = [[d["name"], d["copied_characters"], d["source_count"], [[s["name"], s["characters"], s["exclusive_characters"]] for s in d["sources"]]] for d in FIGURES["documents"]]
        self.assertEqual(shown, told)
        BROWSER.run("changeFilter(() => { filter.kinds = new Set([0, 1, 2]); })")
        self.assertEqual(BROWSER.run("units.map(u => totalsOf(u).counted)"), [d["shared_characters"] for d in FIGURES["documents"]])

    def test_excluding_a_source(self):
        BROWSER.open(ENGLISH, "#/document/4")
        before = BROWSER.run("Number(document.getElementById('share').dataset.counted)")
        alone = BROWSER.run("totalsOf(units[4]).sources[0].exclusive")
        BROWSER.run("document.querySelector('.sources input').click()")
        after = BROWSER.run("Number(document.getElementById('share').dataset.counted)")
        self.assertEqual(after, before - alone)
        self.assertGreater(alone, 0)
        BROWSER.run("document.querySelector('.note button').click()")
        self.assertEqual(BROWSER.run("Number(document.getElementById('share').dataset.counted)"), before)

    def test_leaving_a_document_out_agrees_with_a_run_without_it(self):
        files = sorted({d["path"] for d in FIGURES["documents"] if not d.get("section")})
        BROWSER.open(ENGLISH)
        for left in ("02-", "11-", "13-", "15-"):
            told = figures([path for path in files if left not in path])
            shown = BROWSER.run(f"(filter.sources.clear(), changeFilter(() => filter.sources.add(units.findIndex(u => u.name.includes('{left}')))), units.map(u => [u.name, totalsOf(u).counted, totalsOf(u).sources.length]))")
            self.assertEqual({name: (counted, sources) for name, counted, sources in shown if left not in name},
                             {name: (d["copied_characters"], d["source_count"]) for name, d in told.items()}, left)

    def test_short_matches_agree_with_a_run_that_leaves_them_out(self):
        BROWSER.open(ENGLISH)
        for least in (30, 100):
            told = figures(["corpus"], "--min-passage", str(least), "--min-paragraph", str(least))
            shown = BROWSER.run(f"(changeFilter(() => {{ filter.shortest = {least}; }}), units.map(u => [u.name, totalsOf(u).counted]))")
            self.assertEqual(dict(shown), {name: d["copied_characters"] for name, d in told.items()}, least)

    def test_set_phrases_agree_with_a_run_in_which_nothing_is_one(self):
        told = figures(["corpus"])
        BROWSER.open(ENGLISH)
        for kinds in ("[0, 1, 2]", "[1, 2]"):
            BROWSER.run(f"changeFilter(() => {{ filter.kinds = new Set({kinds}); }})")
            shown = dict(BROWSER.run("units.map(u => [u.name, totalsOf(u).counted])"))
            for name, document in told.items():
                if kinds == "[0, 1, 2]":
                    self.assertEqual(shown[name], document["shared_characters"])
                else:
                    self.assertGreaterEqual(shown[name], document["shared_characters"] - document["copied_characters"])

    def test_short_matches_and_classes(self):
        BROWSER.open(ENGLISH, "#/document/4")
        before = BROWSER.run("Number(document.getElementById('share').dataset.counted)")
        BROWSER.run("(() => { const e = document.getElementById('shortest'); e.value = 200; e.dispatchEvent(new Event('change')); })()")
        after = BROWSER.run("Number(document.getElementById('share').dataset.counted)")
        self.assertLess(after, before)
        BROWSER.run("document.querySelector('#kind-0').click()")
        self.assertEqual(BROWSER.run("Number(document.getElementById('share').dataset.counted)"), 0)

    def test_matches_are_linked(self):
        BROWSER.open(ENGLISH, "#/pair/4/10")
        BROWSER.go("#/pair/4/10")
        for key, place in (("n", "2 /"), ("j", "3 /"), ("p", "2 /"), ("k", "1 /")):
            BROWSER.key(key)
            self.assertIn(place, BROWSER.run("document.getElementById('place').textContent"))
        for index in range(BROWSER.run("pair.shares.length")):
            BROWSER.run(f"select({index})")
            sides = BROWSER.run("['a', 'b'].map(s => document.querySelectorAll('#pane-' + s + ' mark.current').length)")
            self.assertTrue(all(sides), (index, sides))
            seen = BROWSER.run("['a', 'b'].every(s => { const p = document.getElementById('pane-' + s).getBoundingClientRect(), m = document.querySelector('#pane-' + s + ' mark.current').getBoundingClientRect(); return m.bottom > p.top && m.top < p.bottom; })")
            self.assertTrue(seen, index)
        self.assertGreater(BROWSER.run("document.querySelectorAll('.ribbon').length"), 0)
        BROWSER.key("s")
        BROWSER.run("new Promise(done => setTimeout(done, 50))")
        self.assertEqual(BROWSER.run("location.hash"), "#/pair/10/4")

    def test_both_sides_of_equal_text_are_equal(self):
        BROWSER.open(ENGLISH)
        wrong = BROWSER.run("""links.flatMap(link => {
            const fold = (unit, from, to) => slice(units[unit], from, to).normalize('NFKC').replace(/[^\\p{L}\\p{N}]/gu, '').toLowerCase();
            let a = link.a.start, b = link.b.start; const bad = [];
            for (const [kind, x, y] of editsOf(link)) {
              if (kind === EQUAL && fold(link.a.unit, a, a + x) !== fold(link.b.unit, b, b + y)) bad.push([link.index, a]);
              a += x; b += y;
            }
            if (link.edits.length && (a !== link.a.end || b !== link.b.end)) bad.push([link.index, 'end', a - link.a.end, b - link.b.end]);
            return bad; })""")
        self.assertEqual(wrong, [])

    def test_keyboard_path(self):
        BROWSER.open(ENGLISH)
        BROWSER.key("Tab")
        self.assertEqual(BROWSER.run("document.activeElement.className"), "skip")
        BROWSER.key("Enter")
        self.assertEqual(BROWSER.run("document.activeElement.id"), "main")
        BROWSER.key("Tab")
        self.assertEqual(BROWSER.run("document.activeElement.className"), "look")
        BROWSER.key("Enter")
        BROWSER.run("new Promise(done => setTimeout(done, 50))")
        self.assertRegex(BROWSER.run("location.hash"), "#/document/")
        BROWSER.key("o")
        BROWSER.run("new Promise(done => setTimeout(done, 50))")
        self.assertEqual(BROWSER.run("location.hash"), "#/")

    def test_widths(self):
        for width in (320, 480, 768, 1024, 1440, 1920):
            BROWSER.size(width)
            BROWSER.open(CHINESE)
            for view in VIEWS:
                BROWSER.go(view)
                self.assertLessEqual(BROWSER.run("document.documentElement.scrollWidth"), width, view)
        BROWSER.size(1280, 800)
        BROWSER.open(ENGLISH)
        self.assertLess(BROWSER.run("document.querySelector('.looks').getBoundingClientRect().bottom"), 800)

    def test_contrast(self):
        script = """(() => { const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
            const rgb = c => { canvas.fillStyle = '#000'; canvas.fillStyle = c; canvas.fillRect(0, 0, 1, 1); return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3); };
            const light = c => { const [r, g, b] = rgb(c).map(v => { v /= 255; return v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; }); return .2126 * r + .7152 * g + .0722 * b; };
            const ground = e => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor; if (!/, 0\\)$/.test(c) && c !== 'transparent') return c; } return getComputedStyle(document.documentElement).backgroundColor; };
            const bad = new Set();
            for (const e of document.querySelectorAll('main *, .bar *')) {
              if (e.closest('svg') || ![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())) continue;
              const [a, b] = [light(getComputedStyle(e).color), light(ground(e))].sort((x, y) => y - x);
              if ((a + .05) / (b + .05) < 4.5) bad.add(e.tagName + '.' + e.className + ' ' + ((a + .05) / (b + .05)).toFixed(2));
            } return [...bad]; })()"""
        for scheme in ("light", "dark"):
            BROWSER.scheme(scheme)
            BROWSER.open(ENGLISH)
            for view in VIEWS:
                BROWSER.go(view)
                self.assertEqual(BROWSER.run(script), [], (scheme, view))
        BROWSER.scheme("light")

    def test_named_controls(self):
        BROWSER.open(ENGLISH)
        for view in VIEWS:
            BROWSER.go(view)
            unnamed = BROWSER.run("[...document.querySelectorAll('button, a[href], input')].filter(e => !(e.textContent.trim() || e.getAttribute('aria-label') || (e.labels && e.labels.length))).map(e => e.outerHTML)")
            self.assertEqual(unnamed, [], view)

    def test_paper(self):
        BROWSER.open(CHINESE, "#/print/4")
        pdf = BROWSER.pdf()
        self.assertTrue(pdf.startswith(b"%PDF"))
        self.assertGreater(pdf.count(b"/Type /Page"), 1)

    def test_hostile_documents(self):
        folder = os.path.join(FOLDER.name, "hostile")
        os.mkdir(folder)
        for number, text in enumerate(HOSTILE):
            with open(os.path.join(folder, f"<img src=x onerror=alert(1)>{number}.txt"), "w") as file:
                file.write(f"{text}\n\n{SHARED}{text}\n\n{text}{SHARED}\n")
        path = report([folder], "hostile.html")
        BROWSER.open(path)
        for view in ["#/", "#/document/0", "#/document/1", "#/document/2", "#/pair/0/1", "#/pair/1/2", "#/cluster/0", "#/print/1"]:
            BROWSER.go(view)
            self.assertEqual(BROWSER.run("document.querySelectorAll('main img, main script, main a[href^=\"java\"]').length"), 0)
            self.assertNotEqual(BROWSER.run("document.title"), "broken")
        BROWSER.go("#/document/1")
        self.assertGreater(BROWSER.run("document.querySelectorAll('.unseen').length"), 5)
        self.assertFalse(BROWSER.run("/[\\u202e\\u200b]/.test(document.querySelector('#text').textContent)"))
        BROWSER.go("#/document/2")
        self.assertIn("\U00020000\U0001f600星平面", BROWSER.run("document.querySelector('#text').textContent"))

    def test_without_copies(self):
        folder = os.path.join(FOLDER.name, "plain")
        os.mkdir(folder)
        for number, text in enumerate((SHARED, "完全不同的一段话，说的是另外一件没有人写过的小事。")):
            with open(os.path.join(folder, f"{number}.txt"), "w") as file:
                file.write(text + "\n")
        BROWSER.open(report([folder], "plain.html"))
        for view in ("#/", "#/document/0", "#/pair/0/1", "#/cluster/0", "#/nonsense/9"):
            BROWSER.go(view)
            self.assertTrue(BROWSER.run("document.querySelector('main h1').textContent.length > 0"), view)


if __name__ == "__main__":
    unittest.main()
