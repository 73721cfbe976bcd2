#!/usr/bin/env python3
"""The HTML report in a real browser: views, figures, exclusions, keys, widths, paper, hostile documents.

LEITONG names the program; else it is .build/release/leitong.
"""
import json, os, random, subprocess, sys, tempfile, unittest

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

# A hand-out that all of seven notes hold, a paragraph that two share with edits, and one whose sentences moved.
HANDOUT = "学习材料两册由办公室三月上旬下发，笔记请在四月底以前交回。"
WALKED = "我沿着北岸走了十一天，先后量过三十四处塌岸，其中九处在去年的图上没有；最长的一处在石门下游两公里，塌进去的坡面有半个篮球场那么大。"
EDITED = WALKED.replace("十一天", "二十来天").replace("最长的一处", "最险的那一段")
SENTENCES = ["老周说闸门的螺杆换过两回，第二回是他自己背上坝的。", "仓库里的沙袋数下来少了一百四十只，账上却是齐的。", "夜里值班的小伙子把水尺读数记在烟盒背面，天亮再誊到本子上。"]

OWN = [
    "东渠的水头比往年早到了四天，灌区里第一茬秧苗已经站稳，只有马家湾那几块高田还在等泵。",
    "会上争得最凶的是分水的次序，上游嫌等得久，下游嫌来得少，最后抓阄定了头三轮。",
    "资料室搬家时翻出一九六二年的手绘渠系图，纸脆得不敢展开，请人拍了照再裱起来。",
    "南片的量水堰有两座漏得厉害，水表的数字和堰上的刻度差出一成，缴费的人家自然不服。",
    "移民新村的自来水到了三楼就没有力气，物业说是泵小，厂家说是管细，拆开一看是阀门装反了。",
    "清淤船在枯水期搁浅了六回，船老大说河心的沙脊每年往右岸挪十来米，图上的航线早不作数。",
    "抗旱的井打到八十米还是干的，钻工歇了两天换了地方，二十米就见了水，大家都说那是运气。",
]


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
        for path, word in ((ENGLISH, "documents share text with another"), (CHINESE, "篇与他篇有重合文字")):
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
        BROWSER.run("changeFilter(() => { filter.kinds = new Set([0, 1, 2, 3]); })")
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
        for kinds in ("[0, 1, 2, 3]", "[1, 2, 3]"):
            BROWSER.run(f"changeFilter(() => {{ filter.kinds = new Set({kinds}); }})")
            shown = dict(BROWSER.run("units.map(u => [u.name, totalsOf(u).counted])"))
            for name, document in told.items():
                if kinds == "[0, 1, 2, 3]":
                    self.assertEqual(shown[name], document["shared_characters"])
                else:
                    self.assertGreaterEqual(shown[name], document["shared_characters"] - document["copied_characters"])

    def notes(self, name):
        texts = {f"{number}.txt": f"笔记{number}\n\n{HANDOUT}\n\n{OWN[number]}\n" for number in range(7)}
        texts["1.txt"] += f"\n{WALKED}\n\n{''.join(SENTENCES)}\n"
        texts["2.txt"] += f"\n{EDITED}\n"
        texts["3.txt"] += f"\n{''.join(reversed(SENTENCES))}\n"
        return folder_of(name, texts)

    def test_a_hand_out_is_common_and_edits_do_not_count(self):
        folder = self.notes("handout")
        BROWSER.open(report([folder], "handout.html", "--language", "en"))
        told = figures([folder])
        self.assertGreater(min(document["common_characters"] for document in told.values()), 20)
        shown = BROWSER.run("units.map(u => [u.name, totalsOf(u).counted, totalsOf(u).withCommon, totalsOf(u).sources.map(s => s.characters)])")
        self.assertEqual(shown, [[name, d["copied_characters"], d["copied_characters"] + d["common_characters"], [s["characters"] for s in d["sources"]]] for name, d in told.items()])
        equal = sum(d["copied_characters"] for name, d in told.items() if name.endswith("/2.txt"))
        self.assertTrue(0 < equal < len([c for c in EDITED if c.isalnum()]), equal)
        self.assertIn("common to 7 of 7 documents", BROWSER.run("document.getElementById('common').textContent"))
        self.assertEqual(BROWSER.run("[...document.querySelectorAll('table.documents .number .where')].length"), 7)

    def test_common_text_is_counted_by_a_switch(self):
        folder = self.notes("switch")
        BROWSER.open(report([folder], "switch.html", "--language", "en"), "#/document/1")
        told = figures([folder], "--count-common")
        self.assertEqual(BROWSER.run("document.querySelectorAll('#text mark.common').length"), 0)
        BROWSER.run("document.getElementById('known').click()")
        self.assertGreater(BROWSER.run("document.querySelectorAll('#text mark.common').length"), 0)
        self.assertEqual(BROWSER.run("document.querySelectorAll('#text mark.common[data-sources]').length"), 0)
        looks = BROWSER.run("['common', 'exact'].map(c => { const m = document.querySelector('#text mark.' + c), s = getComputedStyle(m); return s.backgroundColor + s.textDecorationStyle; })")
        self.assertNotEqual(*looks)
        BROWSER.run("document.getElementById('kind-3').click()")
        self.assertEqual(BROWSER.run("units.map(u => [u.name, totalsOf(u).counted])"), [[name, d["copied_characters"]] for name, d in told.items()])
        self.assertGreater(BROWSER.run("document.querySelectorAll('#text mark.common[data-sources]').length"), 0)

    def test_equal_notes_are_copies_of_one_another(self):
        texts = {f"{number:02}.txt": f"{HANDOUT}\n\n{WALKED}\n\n笔记第{number}份\n" for number in range(14)}
        texts |= {f"own{number}.txt": f"{HANDOUT}\n\n{OWN[number] * 2}\n" for number in range(5)}
        folder = folder_of("equal", texts)
        BROWSER.open(report([folder], "equal.html"))
        told = figures([folder])
        self.assertGreater(told[os.path.join(folder, "00.txt")]["copied_characters"], 80)
        self.assertGreater(BROWSER.run("wholes.size"), 0)
        for kinds, member in (("[0]", "copied_characters"), ("[0, 1, 2, 3]", "shared_characters")):
            shown = BROWSER.run(f"(changeFilter(() => {{ filter.kinds = new Set({kinds}); }}), units.map(u => [u.name, totalsOf(u).counted]))")
            self.assertEqual(shown, [[name, d[member]] for name, d in told.items()])

    def test_figures_of_random_collections(self):
        letters = "山川风物田园水利交通教育医疗养老科技农业工业商贸文旅环保财政税收人才安全应急党建民政住房社区基层治理"
        chance = random.Random(13)
        for trial in range(8):
            pool = ["".join(chance.choices(letters, k=chance.randint(14, 70))) for _ in range(chance.randint(2, 8))]
            if trial % 2:
                pool[0] = f"局领导强调：“{pool[0]}”"
            texts = {}
            for number in range(chance.choice([3, 7, 16])):
                parts = ["".join(chance.choices(letters, k=chance.randint(5, 60)))]
                for text in pool:
                    if chance.random() < chance.choice([0.9, 0.5]):
                        at = chance.randrange(len(text))
                        parts.append(text if chance.random() < 0.5 else text[:at] + chance.choice("，×。水") + text[at + 1:])
                texts[f"{number:02}.txt"] = chance.choice(["\n\n", "。"]).join(chance.sample(parts, len(parts)))
            folder = folder_of(f"random{trial}", texts)
            BROWSER.open(report([folder], f"random{trial}.html"))
            told = figures([folder])
            shown = BROWSER.run("units.map(u => [u.name, totalsOf(u).counted, totalsOf(u).withCommon, totalsOf(u).sources.slice(0, 5).map(s => [s.unit.name, s.characters, s.exclusive])])")
            self.assertEqual(shown, [[name, d["copied_characters"], d["copied_characters"] + d["common_characters"], [[s["name"], s["characters"], s["exclusive_characters"]] for s in d["sources"]]] for name, d in told.items()])
            BROWSER.run("changeFilter(() => { filter.kinds = new Set([0, 1, 2, 3]); })")
            self.assertEqual(BROWSER.run("units.map(u => totalsOf(u).counted)"), [d["shared_characters"] for d in told.values()])

    def test_templates_count_nowhere_and_are_named(self):
        form = "请结合本职工作谈谈对渠系改造的看法，并就水价核定提出三点建议"
        folder = folder_of("filled", {f"{number}.txt": f"{form}\n{OWN[number]}\n{WALKED if number < 2 else ''}\n" for number in range(4)})
        with open(os.path.join(FOLDER.name, "form.txt"), "w") as file:
            file.write(form + "\n")
        options = ["--template", file.name]
        BROWSER.open(report([folder], "filled.html", "--language", "en", *options))
        told = figures([folder], *options)
        self.assertEqual(BROWSER.run("units.map(u => [u.name, u.characters, totalsOf(u).counted])"), [[name, d["characters"], d["copied_characters"]] for name, d in told.items()])
        self.settle()
        self.assertIn(os.path.basename(file.name), BROWSER.run("document.querySelector('.promise').textContent"))
        BROWSER.go("#/document/0")
        BROWSER.run("document.getElementById('known').click()")
        self.assertGreater(BROWSER.run("document.querySelectorAll('#text mark.template').length"), 0)

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
            const edits = editsOf(link);
            for (const [kind, x, y] of edits) {
              if (kind === EQUAL && fold(link.a.unit, a, a + x) !== fold(link.b.unit, b, b + y)) bad.push([link.index, a]);
              a += x; b += y;
            }
            if (edits.length && (a !== link.a.end || b !== link.b.end)) bad.push([link.index, 'end', a - link.a.end, b - link.b.end]);
            return bad; })""")
        self.assertEqual(wrong, [])

    def test_keyboard_path(self):
        BROWSER.open(ENGLISH)
        BROWSER.key("Tab")
        self.assertEqual(BROWSER.run("document.activeElement.className"), "skip")
        BROWSER.key("Enter")
        self.assertEqual(BROWSER.run("document.activeElement.id"), "main")
        self.tab_to("a.look[href*='document']")
        self.enter("#/document/")
        BROWSER.key("n")
        BROWSER.key("n")
        self.assertEqual(BROWSER.run("[...document.querySelectorAll('#text mark')].indexOf(document.activeElement)"), 1)
        BROWSER.key("p")
        BROWSER.key("Enter")
        self.settle()
        self.assertRegex(BROWSER.run("location.hash"), "#/pair/")
        BROWSER.key("o")
        self.settle()
        self.assertEqual(BROWSER.run("location.hash"), "#/")
        self.tab_to("a.look[href*='cluster']")
        self.enter("#/cluster/")
        self.tab_to("a[href*='pair']")
        self.enter("#/pair/")
        BROWSER.run("document.getElementById('main').focus()")
        self.tab_to("#swap")
        self.tab_to("a[href*='document']")
        self.enter("#/document/")
        self.tab_to("a.button[href*='print']", 200)
        self.enter("#/print/")

    def settle(self):
        BROWSER.run("new Promise(done => setTimeout(done, 100))")

    def tab_to(self, selector, most=40):
        """Presses Tab until an element has the focus, which has to be seen at every step."""
        for _ in range(most):
            BROWSER.key("Tab")
            seen = BROWSER.run("(e => e === document.body || getComputedStyle(e).outlineStyle !== 'none' && parseFloat(getComputedStyle(e).outlineWidth) >= 2)(document.activeElement)")
            self.assertTrue(seen, BROWSER.run("document.activeElement.outerHTML.slice(0, 200)"))
            if BROWSER.run(f"document.activeElement.matches({json.dumps(selector)})"):
                return
        self.fail(selector)

    def enter(self, hash):
        BROWSER.key("Enter")
        self.settle()
        self.assertIn(hash, BROWSER.run("location.hash"))

    def test_focus_stays_where_it_was(self):
        BROWSER.open(ENGLISH, "#/document/4")
        for control in ("kind-1", "known", "bare", "source-12"):
            BROWSER.run(f"(e => {{ e.focus(); e.click(); }})(document.getElementById('{control}'))")
            self.assertEqual(BROWSER.run("document.activeElement.id"), control)

    def test_more_documents_are_shown_on_demand(self):
        path = report([folder_of("many", {f"{number:03}.txt": SHARED for number in range(45)})], "many.html")
        BROWSER.open(path)
        rows = "document.querySelectorAll('table.documents tbody tr').length"
        self.assertEqual(BROWSER.run(rows), 40)
        BROWSER.run("document.querySelector('[data-more]').click()")
        self.assertEqual(BROWSER.run(rows), 45)

    def test_sections_fold(self):
        BROWSER.open(CHINESE, "#/document/4")
        tall = BROWSER.run("document.getElementById('text').offsetHeight")
        BROWSER.run("[...document.querySelectorAll('main button')].find(b => b.textContent === say('fold_all')).click()")
        self.assertLess(BROWSER.run("document.getElementById('text').offsetHeight"), tall / 4)
        self.assertEqual(BROWSER.run("document.querySelectorAll('.fold[aria-expanded=true]').length"), 0)
        BROWSER.key("n")
        self.assertEqual(BROWSER.run("document.querySelectorAll('.fold[aria-expanded=true]').length"), 1)
        section = BROWSER.run("units.findIndex(u => u.name.endsWith('#2'))")
        BROWSER.go(f"#/document/{section}")
        others = BROWSER.run("[...document.querySelectorAll('.others details')].map(d => { d.open = true; return d; }).length")
        self.settle()
        self.assertEqual(others, 6)
        self.assertEqual(BROWSER.run("document.querySelectorAll('.others .text').length"), others)

    def test_strips_count_each_source_once(self):
        BROWSER.open(ENGLISH)
        section = BROWSER.run("units.findIndex(u => u.name.endsWith('#2'))")
        BROWSER.go(f"#/document/{section}")
        self.assertEqual(BROWSER.run("['.heat1', '.heat2', '.heat3'].map(c => document.querySelectorAll('.top .strip ' + c).length)"), [1, 1, 0])

    def test_a_score_opens_on_its_pair(self):
        pair = ["corpus/speeches/05-study-note-li.txt", "corpus/speeches/11-study-note-wang.txt"]
        BROWSER.open(report(pair, "score.html", command="score"), "")
        self.assertEqual(BROWSER.run("location.hash"), "#/pair/0/1")
        run = subprocess.run([LEITONG, "score", *pair, "--format", "json"], check=True, cwd=ROOT, capture_output=True)
        score = json.loads(run.stdout)["pairs"][0]
        lead = BROWSER.run("document.querySelector('.lead').textContent")
        for share in ("a_covered", "b_covered", "resemblance"):
            self.assertIn(f"{round(100 * score[share])}%", lead)
        self.assertIn(str(score["longest"]), lead)
        self.assertEqual(BROWSER.run("units.map(u => totalsOf(u).counted)"), [score["a_matched_characters"], score["b_matched_characters"]])
        BROWSER.open(report(["corpus"], "all.html", command="score"), "")
        self.assertEqual(BROWSER.run("location.hash"), "")
        run = subprocess.run([LEITONG, "score", "corpus", "--format", "json"], check=True, cwd=ROOT, capture_output=True)
        told = {d["name"]: d["copied_characters"] for d in json.loads(run.stdout)["documents"]}
        shown = dict(BROWSER.run("units.map(u => [u.name, totalsOf(u).counted])"))
        self.assertEqual({name: shown[name] for name in told}, told)

    def test_sections_that_are_scored_open_on_themselves(self):
        file = "corpus/speeches/14-six-speeches.txt"
        BROWSER.open(report([file + "#2", file + "#5"], "sections.html", command="score"), "")
        self.assertEqual(BROWSER.run("[pair.a.name, pair.b.name]"), [file + "#2", file + "#5"])

    def test_what_was_not_read_is_said_in_the_reader_s_language(self):
        folder = folder_of("partly", {"a.txt": SHARED, "b.txt": "开头。" + SHARED, "c.txt": b"\xe4\xb8\xad" * 40 + b"\xff\xfe" * 9, "d.txt": b"", "e.docx": b"PK\x03\x04broken"})
        for language, word in (("en", "could not be read"), ("zh-Hans", "未能读取")):
            BROWSER.open(report([folder], f"partly-{language}.html", "--language", language, status=3))
            self.assertIn(word, BROWSER.run("document.querySelector('.hero .note').textContent"))
            rows = BROWSER.run("[...document.querySelectorAll('.hero .note li')].map(e => e.textContent.replace(e.querySelector('bdi').textContent, ''))")
            self.assertEqual(len(rows), 3)
            promise = BROWSER.run("new Promise(done => setTimeout(() => done(document.querySelector('.promise').textContent), 200))")
            for text in [*rows, promise]:
                self.assertNotIn("skip_", text)
                if language == "zh-Hans":
                    self.assertNotRegex(text.replace("Leitong", "").replace("Unicode", ""), "[a-z]{3}")

    def test_dates_make_a_timeline(self):
        folder = folder_of("dated", {f"{2021 + number}-05-0{number + 1}.txt": f"第{number}年。\n" + SHARED * 2 for number in range(3)} | {"x.txt": "没有日期。\n" + SHARED * 2})
        BROWSER.open(report([folder], "dated.html", "--language", "en"), "#/cluster/0")
        self.assertEqual(BROWSER.run("[...document.querySelectorAll('.dates time')].map(e => e.textContent)"), ["2021-05-01", "2022-05-02", "2023-05-03"])
        lead = BROWSER.run("document.querySelector('.lead').textContent")
        self.assertIn("2021-05-01", lead)
        self.assertIn("1 holder bears no date", lead)
        BROWSER.go("#/")
        BROWSER.run("document.querySelector('[data-order=date]').click()")
        self.assertEqual(BROWSER.run("[...document.querySelectorAll('.documents tbody tr')].map(r => r.textContent.match(/202\\d/)?.[0])")[:3], ["2021", "2022", "2023"])
        self.assertEqual(BROWSER.run("document.querySelector('th[aria-sort]').getAttribute('aria-sort')"), "ascending")

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
        """Text has 4.5 : 1 on its ground, also inside figures; strips, lines under marks and focus 3 : 1."""
        script = """(() => { const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
            const rgb = c => { canvas.fillStyle = '#000'; canvas.fillStyle = c; canvas.fillRect(0, 0, 1, 1); return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3); };
            const light = c => { const [r, g, b] = rgb(c).map(v => { v /= 255; return v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; }); return .2126 * r + .7152 * g + .0722 * b; };
            const contrast = (x, y) => { const [a, b] = [light(x), light(y)].sort((p, q) => q - p); return (a + .05) / (b + .05); };
            const ground = e => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor; if (!/, 0\\)$/.test(c) && c !== 'transparent') return c; } return getComputedStyle(document.documentElement).backgroundColor; };
            const bad = new Set(), check = (e, x, y, least, what) => { const ratio = contrast(x, y); if (ratio < least) bad.add([what, e.tagName, e.getAttribute('class'), ratio.toFixed(2)].join(' ')); };
            const style = e => getComputedStyle(e);
            for (const e of document.querySelectorAll('main *, .bar *')) {
              if (e.tagName === 'rect' || !e.closest('svg') && ![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())) continue;
              if (e.closest('svg')) {
                if (e.tagName === 'text') check(e, style(e).fill, e.classList.contains('figure') ? style(e.previousElementSibling).fill : ground(e), 4.5, 'text');
                continue;
              }
              if (!e.disabled) check(e, style(e).color, ground(e), 4.5, 'text');
            }
            for (const e of document.querySelectorAll('input')) if (e.placeholder) check(e, getComputedStyle(e, '::placeholder').color, ground(e), 4.5, 'placeholder');
            for (const e of document.querySelectorAll('.heat1, .heat2, .heat3, .bar .value')) check(e, style(e).fill, style(e.parentElement.querySelector('.ground')).fill, 3, 'strip');
            for (const e of document.querySelectorAll('mark')) check(e, style(e).textDecorationColor, ground(e), 3, 'line');
            check(document.body, style(document.documentElement).getPropertyValue('--accent'), ground(document.body), 3, 'focus');
            return [...bad]; })()"""
        for scheme in ("light", "dark"):
            BROWSER.scheme(scheme)
            BROWSER.open(ENGLISH)
            for view in VIEWS:
                BROWSER.go(view)
                self.settle()
                BROWSER.run("(box => { if (box && !box.checked) box.click(); })(document.getElementById('known'))")
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
        folder = folder_of("hostile", {
            f"<img src=x onerror=alert(1)>\u202e{number}.txt": f"{text}\n\n{SHARED}{text}\n\n{text}{SHARED}\n" for number, text in enumerate(HOSTILE)})
        path = report([folder], "hostile.html")
        BROWSER.open(path)
        for view in ["#/", "#/document/0", "#/document/1", "#/document/2", "#/pair/0/1", "#/pair/1/2", "#/cluster/0", "#/print/1"]:
            BROWSER.go(view)
            self.assertEqual(BROWSER.run("document.querySelectorAll('main img, main script, main a[href^=\"java\"]').length"), 0)
            self.assertNotEqual(BROWSER.run("document.title"), "broken")
            self.settle()
            unseen = BROWSER.run("""(() => { const found = [document.title], walker = document.createTreeWalker(document.querySelector('body'), NodeFilter.SHOW_ELEMENT);
                while (walker.nextNode()) { const e = walker.currentNode; if (e.tagName === 'SCRIPT' || e.tagName === 'NOSCRIPT') continue;
                  found.push(...[...e.attributes].filter(a => a.name !== 'href').map(a => a.value), ...[...e.childNodes].filter(n => n.nodeType === 3).map(n => n.data)); }
                return found.filter(text => /[\\u202a-\\u202e\\u200b\\u200d\\ufeff]/.test(text)); })()""")
            self.assertEqual(unseen, [], view)
        BROWSER.go("#/document/1")
        self.assertGreater(BROWSER.run("document.querySelectorAll('.unseen').length"), 5)
        self.assertFalse(BROWSER.run("/[\\u202e\\u200b]/.test(document.querySelector('#text').textContent)"))
        BROWSER.go("#/document/2")
        self.assertIn("\U00020000\U0001f600星平面", BROWSER.run("document.querySelector('#text').textContent"))

    def test_without_copies(self):
        folder = folder_of("plain", {"0.txt": SHARED, "1.txt": "完全不同的一段话，说的是另外一件没有人写过的小事。"})
        BROWSER.open(report([folder], "plain.html"))
        for view in ("#/", "#/document/0", "#/pair/0/1", "#/cluster/0", "#/nonsense/9"):
            BROWSER.go(view)
            self.assertTrue(BROWSER.run("document.querySelector('main h1').textContent.length > 0"), view)


if __name__ == "__main__":
    unittest.main()
