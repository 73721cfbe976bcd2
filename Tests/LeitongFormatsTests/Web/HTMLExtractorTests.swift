import TestSupport
import Testing

@testable import LeitongModel

@Suite struct HTMLExtractorTests {
    private func read(_ page: String, name: String = "page.html") throws -> ExtractedParagraphs {
        try ExtractedParagraphs(Array(page.utf8), name: name)
    }

    @Test(arguments: [
        ("<p>甲<p>乙</p>丙", ["甲", "乙", "丙"]),
        ("<h1>题</h1><div>甲<b>乙</b><span>丙</span></div>丁", ["题", "甲乙丙", "丁"]),
        ("<ul><li>一<li>二</ul>", ["一", "二"]),
        ("<table><tr><td>a</td><td>b</td></tr><tr><th>c</th></tr></table>", ["a", "b", "c"]),
        ("<p>one\n  two&nbsp;&amp;&lt;&#20013;&#x4e2d;</p>", ["one two\u{A0}&<中中"]),
        ("<p>第一行\n第二行</p>", ["第一行第二行"]),
        ("<p>甲<br>乙<br/><br>丙</p>", ["甲", "乙", "丙"]),
        ("<pre>a\nb</pre>", ["a", "b"]),
        ("<div><div><p>深</p></div>浅</div>", ["深", "浅"]),
        ("<p>x<!-- not this -->y</p>", ["xy"]),
        ("<ruby>汉<rp>(</rp><rt>hàn</rt><rp>)</rp></ruby>字", ["汉字"]),
        ("无标签的文字", ["无标签的文字"]),
    ])
    func blocksAreParagraphs(body: String, paragraphs: [String]) throws {
        #expect(try read("<html><body>\(body)</body></html>").texts == paragraphs)
    }

    @Test(arguments: [
        "<script>var a='不算';</script>", "<style>p{}</style>", "<nav><a>首页</a></nav>",
        "<header>本站</header>", "<footer>版权所有</footer>", "<aside>相关</aside>",
        "<noscript>请打开</noscript>", "<div style='color:red; display: none'>藏</div>",
        "<div hidden>藏</div>", "<div role=navigation>首页</div>", "<button>分享</button>",
        "<select><option>一</select>", "<svg><title>图</title><text>图</text></svg>",
        "<template><p>样</p></template>", "<textarea>写</textarea>", "<p aria-hidden=true>藏</p>",
    ])
    func whatIsNoTextIsLeftOut(part: String) throws {
        let page = try read(
            "<html><head><title>题</title></head><body>\(part)<p>正文</p></body></html>"
        )
        #expect(page.texts == ["正文"])
        #expect(page.batch.metadata.map(\.title) == ["题"])
    }

    @Test func theHeaderOfAnArticleIsText() throws {
        let page = try read("<html><article><header><h1>题</h1></header><p>文</p></article></html>")
        #expect(page.texts == ["题", "文"])
    }

    @Test func hardWrappedLinesBetweenBreaksAreJoined() throws {
        let text = ChineseSamples.simplified.joined()
        let lines = Wrapping.chinese(text, columns: 60, hangs: true).split(separator: "\n")
        let page = try read("<html><p>\(lines.joined(separator: "<br>\n"))</p><p>后</p></html>")
        #expect(page.batch.paragraphs.count == 2)
    }

    @Test(arguments: [
        "<meta charset=gb2312>", "<meta http-equiv=Content-Type content='text/html; charset=GBK'>",
        "<meta charset=utf-8>", "",
    ])
    func thePageIsReadInItsEncoding(meta: String) throws {
        let text = ChineseSamples.simplified.joined()
        let page = "<html><head>\(meta)</head><body><p>\(text)</p></body></html>"
        for encoding in [Legacy.gb18030.bytes(page), Array(page.utf8)] {
            let bytes = try #require(encoding)
            #expect(try ExtractedParagraphs(bytes, name: "a.htm").texts == [text])
        }
        let wide = [0xFF, 0xFE] + Wide.utf16(page, isBig: false)
        #expect(try ExtractedParagraphs(wide, name: "a").texts == [text])
    }

    @Test func aDeclaredEncodingIsObeyed() throws {
        let page = "<html><meta charset=shift_jis><p>"
        let bytes = Array(page.utf8) + [0x93, 0xFA, 0x96, 0x7B]
        let read = try ExtractedParagraphs(bytes, name: "a.html")
        #expect(read.texts == ["日本"])
        #expect(read.batch.documents.map(\.encodingEvidence.basis) == [.declared])
    }

    @Test func howTheEncodingWasToldIsKept() throws {
        let text = ChineseSamples.simplified.joined()
        let bytes = try #require(Legacy.gb18030.bytes("<html><body><p>\(text)</p></body></html>"))
        let read = try ExtractedParagraphs(bytes, name: "a.html")
        #expect(read.batch.documents.map(\.encoding) == ["GB18030"])
        #expect(read.batch.documents.map(\.encodingEvidence.basis) == [.detected])
    }

    @Test(arguments: ["page.txt", "page", "page.jsp"])
    func contentTellsAPage(name: String) throws {
        let page = try read("\n<!-- x --><!DOCTYPE html><p>甲</p>", name: name)
        #expect(page.texts == ["甲"])
        #expect(page.batch.documents.map(\.format) == [.html])
    }

    @Test func offsetsCountTheExtractedText() throws {
        let page = try read("<html><p>甲乙</p><p>丙</p></html>")
        #expect(page.batch.paragraphs.map(\.scalarStart) == [0, 3])
        #expect(page.batch.paragraphs.map(\.line) == [1, 2])
        #expect(page.batch.documents.map(\.scalarCount) == [4])
    }

    @Test(.timeLimit(.minutes(1))) func deepPagesAreRefused() throws {
        for tag in ["div", "b", "x"] {
            let page = String(repeating: "<\(tag)>", count: 200_000)
            #expect(try read("<html>\(page)字</html>").reasons == [.tooDeep])
        }
    }
}
