#!/usr/bin/env python3
"""Writes small files for the fuzzers to begin with: seeds.py FOLDER, one folder a parser in it."""

import bz2
import gzip
import io
import lzma
import pathlib
import sys
import tarfile
import zipfile

PROSE = "岚江两岸的渡口，今年又添了三座。\n（二〇二三年三月五日）\n第一篇 渡口\nThe ferry runs twice a day, in fog once.\n"
TRADITIONAL = "嵐江兩岸的渡口，今年又添了三座。霧天只開一班。"


def joined(*parts: str) -> bytes:
    """Parts of a container, each behind a NUL."""
    return b"\0".join(part.encode() for part in parts)


def archive() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as writer:
        writer.writestr("甲/a.txt", PROSE)
        writer.writestr("b.html", "<p>渡口")
    return file.getvalue()


def tar() -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as writer:
        for name, text in [("a.txt", PROSE), ("../b.txt", "x")]:
            entry = tarfile.TarInfo(name)
            entry.size = len(text.encode())
            writer.addfile(entry, io.BytesIO(text.encode()))
    return file.getvalue()


def html() -> list[bytes]:
    page = (
        "<!DOCTYPE html><html><head><meta charset='{0}'><title>渡口</title><style>p{{}}</style></head><body>"
        "<nav>目录</nav><h1>渡口</h1><p>岚江<br>两岸&nbsp;&#x4E00;</p><table><tr><td>一</td><td>二</td></table>"
        "<ul><li>a<li>b</ul><pre>1\n2</pre><script>x</script><p hidden>隐<!-- c --></body></html>"
    )
    return [page.format(name).encode(name) for name in ("utf-8", "gb18030", "utf-16")] + [b"<p>a", b"<html>"]


def docx() -> list[bytes]:
    run = "<w:r><w:t>{}</w:t></w:r>"
    paragraph = "<w:p>" + run + "</w:p>"
    body = (
        paragraph.format("渡口")
        + "<w:tbl><w:tr><w:tc>" + paragraph.format("一") + "</w:tc><w:tc>" + paragraph.format("二") + "</w:tc></w:tr></w:tbl>"
        + "<w:p><w:pPr><w:pStyle w:val='Heading1'/></w:pPr><w:del><w:r><w:delText>删</w:delText></w:r></w:del>"
        + "<w:ins>" + run.format("加") + "</w:ins><w:r><w:br/><w:tab/><w:footnoteReference w:id='2'/></w:r></w:p>"
        + "<w:p><mc:AlternateContent><mc:Choice><w:txbxContent>" + paragraph.format("框")
        + "</w:txbxContent></mc:Choice><mc:Fallback>" + run.format("框") + "</mc:Fallback></mc:AlternateContent></w:p>"
        + "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r></w:p>"
    )
    return [joined(body, "<w:footnote w:id='2'>" + paragraph.format("注") + "</w:footnote>", "题"), joined(paragraph, "", "")]


def odt() -> list[bytes]:
    body = (
        "<text:h text:outline-level='1'>渡口</text:h><text:p>岚江<text:s text:c='3'/><text:tab/><text:line-break/>两岸"
        "<text:note><text:note-body><text:p>注</text:p></text:note-body></text:note></text:p>"
        "<text:list><text:list-item><text:p>一</text:p></text:list-item></text:list>"
        "<text:tracked-changes><text:deletion><text:p>删</text:p></text:deletion></text:tracked-changes>"
        "<table:table><table:table-row><table:table-cell><text:p>格</text:p></table:table-cell></table:table-row></table:table>"
        "<draw:frame><draw:text-box><text:p>框</text:p></draw:text-box></draw:frame><office:annotation><text:p>评</text:p></office:annotation>"
    )
    return [joined(body, "<dc:title>题</dc:title><dc:date>2023-03-05</dc:date>"), joined("<text:p>a</text:p>")]


def epub() -> list[bytes]:
    container = "<container xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><rootfiles><rootfile full-path='OPS/book.opf'/></rootfiles></container>"
    package = (
        "<package xmlns='http://www.idpf.org/2007/opf'><metadata xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:title>书</dc:title>"
        "<dc:date>2020-01-02</dc:date></metadata><manifest><item id='a' href='0.xhtml' media-type='application/xhtml+xml'/>"
        "<item id='n' href='%31.xhtml' properties='nav' media-type='application/xhtml+xml'/></manifest>"
        "<spine><itemref idref='n'/><itemref idref='a' linear='no'/></spine></package>"
    )
    page = "<html xmlns='http://www.w3.org/1999/xhtml'><head><title>章</title></head><body><p>渡口</p></body></html>"
    return [joined(container, package, page, page), joined(container, package)]


def rtf() -> list[bytes]:
    return [
        rb"{\rtf1\ansi\ansicpg936\uc1{\fonttbl{\f0\fcharset134 SimSun;}{\f1\fcharset128 Mincho;}}"
        rb"{\info{\title \'b6\'c9}{\creatim\yr2023\mo3\dy5}}\f0 \'b6\'c9\'bf\'da\par\u28193?\u-2?{\*\generator x;}"
        rb"\trowd\cell a\cell\row{\footnote\pard note\par}{\v hidden}{\pict 00ff\bin3 abc}\tab\line\page\'9}",
        rb"{\rtf1 a\par b}", rb"{\rtf1{{{{{\b}}}}}",
    ]


def pages() -> list[bytes]:
    def line(left, right, top, text):
        words = "".join(f'<word xMin="{left}" yMin="{top}" xMax="{right}" yMax="{top + 12}">{word}</word>' for word in text.split())
        return f'<line xMin="{left}" yMin="{top}" xMax="{right}" yMax="{top + 12}">{words}</line>'

    single = "".join(line(72, 520, 90 + 20 * row, "岚江两岸的渡口 今年又添了 hy-") for row in range(8)) + line(290, 300, 800, "1")
    double = "".join(line(72 + 240 * column, 290 + 240 * column, 90 + 20 * row, "ferry runs twice") for column in (0, 1) for row in range(8))
    frame = '<html><head><title>题</title><meta name="CreationDate" content="2023-03-05"/></head><body><doc>{}</doc></body></html>'
    page = '<page width="595" height="842"><flow><block>{}</block></flow></page>'
    return [frame.format(page.format(text) * 2).encode() for text in (single, double)]


def encodings() -> list[bytes]:
    samples = [
        (PROSE, ["utf-8", "utf-8-sig", "gb18030", "utf-16-le", "utf-16-be", "utf-16", "utf-32"]),
        (TRADITIONAL, ["big5", "big5hkscs", "gb18030"]), ("岚江", ["gbk"]),
        ("渡し場は三つ増えた。", ["shift_jis", "euc_jp"]), ("나루터가 세 곳 늘었다.", ["euc_kr"]),
        ("Паром ходит дважды в день.", ["windows-1251", "koi8-r"]), ("Fähre für “zwei” Züge", ["windows-1252"]),
    ]
    files = [text.encode(name, "ignore") for text, names in samples for name in names]
    return files + [bytes([number]) + file for number, file in enumerate(files[:6])] + [files[0][:30] + files[2][:31]]


def seeds() -> dict[str, list[bytes]]:
    text = PROSE.encode()
    return {
        "HTML": html(), "DOCX": docx(), "ODT": odt(), "EPUB": epub(), "RTF": rtf(), "PDFLayout": pages(),
        "Table": [
            "0id,text,title,date\n1,\"岚江, \"\"渡口\"\"\n两岸\",题,2023-03-05\n2,b,,\n".encode(),
            "1id\ttext\r\n1\t渡口\r\n".encode(), b"0text\n\"", b"0,,\n",
        ],
        "JSONLines": [
            '{"id":"1","text":"渡口\\n\\u4e00\\ud83d\\ude00","title":"题","date":"2023-03-05"}\n{"id":2,"text":"b"}\n'.encode(),
            b'{"text":[1,-2.5e3,true,null,{"a":"b"}]}', b'{"text":"\\ud800"}\n\n{',
        ],
        "Archive": [
            archive(), tar(), gzip.compress(text), bz2.compress(text), lzma.compress(text), gzip.compress(tar()),
            joined("a.txt", PROSE, "../b", "x", "c.zip"), joined("a.html", "<p>a", "b.csv", "text\na"),
            b"a.zip\0" + archive(),
        ],
        "Encoding": encodings(),
        "Text": [
            text, ("汇编\n【篇一】题\n" + PROSE + "\r\n【篇二】\n" + TRADITIONAL).encode(), "# 题\n\n- 一\n- 二\n\n> 引\n```\nx\n```\n".encode(),
            "\n".join(["岚江两岸的渡口今年又添了三座雾天只开一班船夫说"] * 6).encode(), b"\xef\xbb\xbfa\r\rb\x0c",
        ],
        "Date": [
            line.encode() for line in (
                "二〇二三年三月五日", "（2023年3月5日）", "发布时间：2023-03-05 10:20", "20230305.txt", "2024-05-01T08:30:00.5+08:00",
                "２０２３年１２月３１日", "2023年3月", "——2023年3月5日在会议上", "a/2023_03_05 x.docx", "二〇二三年十二月三十一号",
            )
        ],
    }


def main() -> None:
    root = pathlib.Path(sys.argv[1])
    for parser, files in seeds().items():
        folder = root / parser
        folder.mkdir(parents=True, exist_ok=True)
        for number, content in enumerate(files):
            (folder / f"{number:02}").write_bytes(content)


if __name__ == "__main__":
    main()
