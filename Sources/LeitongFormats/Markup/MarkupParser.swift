import CXML2
import LeitongModel

/// Reads XML and HTML with libxml2, event by event: no tree is built, so memory does not grow with
/// what the file holds.
///
/// Hostile input: no entity is ever stored or expanded (an XML file that declares one is refused), no
/// DTD is loaded, nothing is fetched, and libxml2's own limits stay on.
enum MarkupParser {
    /// Deepest nesting that is followed; looking for the start of an end tag costs time by depth.
    static let depthLimit = 1000

    /// Reads XML.
    ///
    /// - Parameters:
    ///   - bytes: The file, in the encoding it declares.
    ///   - handler: Receives what it holds.
    /// - Throws: What is no XML.
    static func parseXML<Handler: MarkupHandler>(
        _ bytes: [UInt8],
        _ handler: inout Handler
    ) throws(ExtractionFailure) {
        guard try read(bytes, &handler, isHTML: false) == .read else {
            throw ExtractionFailure(.malformed, "holds XML that is damaged")
        }
    }

    /// Reads HTML, however it is written.
    ///
    /// - Parameters:
    ///   - bytes: The file in UTF-8, whatever it says of its encoding.
    ///   - handler: Receives what it holds.
    /// - Throws: What cannot be read at all.
    static func parseHTML<Handler: MarkupHandler>(
        _ bytes: [UInt8],
        _ handler: inout Handler
    ) throws(ExtractionFailure) {
        // What is only wrong was read as browsers do.
        guard try read(bytes, &handler, isHTML: true) != .notStarted else {
            throw ExtractionFailure(.malformed, "cannot be read as HTML")
        }
    }

    private enum Status {
        case notStarted, damaged, read
    }

    private static func read<Handler: MarkupHandler>(
        _ bytes: [UInt8],
        _ handler: inout Handler,
        isHTML: Bool
    ) throws(ExtractionFailure) -> Status {
        let session = MarkupSession(handler)
        let status = run(bytes, session, isHTML: isHTML)
        handler = session.handler(as: Handler.self) ?? handler
        if let failure = session.failure { throw failure }
        return status
    }

    private static func run(_ bytes: [UInt8], _ session: MarkupSession, isHTML: Bool) -> Status {
        guard let length = Int32(exactly: bytes.count), length > 0 else { return .notStarted }
        xmlInitParser()
        // Safe: libxml2 copies the bytes; the parser is freed below and the session outlives it.
        let parser = unsafe bytes.withUnsafeBytes { buffer -> xmlParserCtxtPtr? in
            let base = unsafe buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
            return unsafe isHTML
                ? htmlCreateMemoryParserCtxt(base, length)
                : xmlCreateMemoryParserCtxt(base, length)
        }
        guard let parser = unsafe parser, let sax = unsafe parser.pointee.sax else {
            return .notStarted
        }
        defer { unsafe xmlFreeParserCtxt(parser) }
        unsafe session.parser = parser
        defer { unsafe session.parser = nil }
        unsafe parser.pointee.userData = Unmanaged.passUnretained(session).toOpaque()
        if isHTML {
            let options = HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
            unsafe htmlCtxtUseOptions(parser, Int32(options))
            unsafe sax.pointee = MarkupSession.htmlEvents
            unsafe xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8)
            unsafe htmlParseDocument(parser)
        } else {
            unsafe xmlCtxtUseOptions(parser, Int32(XML_PARSE_NONET.rawValue))
            unsafe sax.pointee = MarkupSession.xmlEvents
            unsafe xmlParseDocument(parser)
        }
        return unsafe parser.pointee.wellFormed == 1 ? .read : .damaged
    }
}
