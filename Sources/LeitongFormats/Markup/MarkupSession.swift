import CXML2
import LeitongModel

/// What libxml2's callbacks write to during one parse: the only place that sees its pointers.
///
/// Safe throughout: libxml2 hands back the pointer of the session, which lives as long as the parse;
/// names are C strings that live during the call, and texts have the length given beside them.
@safe final class MarkupSession {
    /// The parser at work, to be stopped.
    var parser: xmlParserCtxtPtr?
    /// Why the parse was stopped.
    private(set) var failure: ExtractionFailure?
    private var handler: any MarkupHandler
    private var depth = 0
    /// Usual prefix of each namespace, by the address of its name, which libxml2 keeps once.
    private var prefixes: [UInt: String] = [:]

    init(_ handler: any MarkupHandler) {
        self.handler = handler
    }

    /// The handler after the parse.
    func handler<Handler>(as type: Handler.Type) -> Handler? {
        handler as? Handler
    }

    private func stop(_ failure: ExtractionFailure) {
        if self.failure == nil { self.failure = failure }
        if let parser = unsafe parser { unsafe xmlStopParser(parser) }
    }

    private func start(_ name: String, _ attributes: MarkupAttributes) {
        guard failure == nil else { return }
        depth += 1
        guard depth <= MarkupParser.depthLimit else {
            stop(
                ExtractionFailure(
                    .tooDeep,
                    "nests elements more than \(MarkupParser.depthLimit) deep"
                )
            )
            return
        }
        handler.start(name, attributes)
    }

    private func end(_ name: String) {
        guard failure == nil else { return }
        depth -= 1
        handler.end(name)
    }

    private func text(_ characters: UnsafePointer<xmlChar>?, _ length: Int32) {
        guard failure == nil else { return }
        let buffer = unsafe UnsafeBufferPointer(start: characters, count: Int(length))
        unsafe handler.text(buffer.span)
    }

    private func prefix(
        _ uri: UnsafePointer<xmlChar>?,
        _ prefix: UnsafePointer<xmlChar>?
    ) -> String {
        guard let uri = unsafe uri else { return "" }
        let address = UInt(bitPattern: uri)
        if let known = prefixes[address] { return known }
        let usual = XMLNamespace.prefix(ofURI: unsafe String(cString: uri))
        let found = usual ?? (unsafe prefix.map { unsafe String(cString: $0) } ?? "")
        let written = found.isEmpty ? "" : found + ":"
        prefixes[address] = written
        return written
    }

    private static func of(_ context: UnsafeMutableRawPointer?) -> MarkupSession? {
        unsafe context.map { unsafe Unmanaged<MarkupSession>.fromOpaque($0).takeUnretainedValue() }
    }
}

extension MarkupSession {
    /// Events of HTML.
    static var htmlEvents: xmlSAXHandler {
        var events = unsafe xmlSAXHandler()
        unsafe events.startElement = { context, name, values in
            guard let name = unsafe name else { return }
            var attributes = MarkupAttributes()
            var next = unsafe values
            // Names and values in turn; a name that is NULL ends them, a value may be NULL.
            while let pair = unsafe next, let key = unsafe pair[0] {
                let value = unsafe pair[1].map { unsafe String(cString: $0) } ?? ""
                attributes.values.append((unsafe String(cString: key), value))
                unsafe next = unsafe pair + 2
            }
            unsafe MarkupSession.of(context)?.start(unsafe String(cString: name), attributes)
        }
        unsafe events.endElement = { context, name in
            guard let name = unsafe name else { return }
            unsafe MarkupSession.of(context)?.end(unsafe String(cString: name))
        }
        unsafe events.characters = { unsafe MarkupSession.of($0)?.text($1, $2) }
        unsafe events.ignorableWhitespace = { unsafe MarkupSession.of($0)?.text($1, $2) }
        unsafe events.cdataBlock = { unsafe MarkupSession.of($0)?.text($1, $2) }
        return unsafe events
    }

    /// Events of XML, with namespaces.
    static var xmlEvents: xmlSAXHandler {
        var events = unsafe xmlSAXHandler()
        unsafe events.initialized = XML_SAX2_MAGIC
        unsafe events.startElementNs = { context, name, prefix, uri, _, _, count, _, values in
            guard let session = unsafe MarkupSession.of(context), let name = unsafe name else {
                return
            }
            var attributes = MarkupAttributes()
            // Five pointers each: name, prefix, namespace, start and end of the value.
            for index in 0..<Int(count) {
                guard let values = unsafe values, let key = unsafe values[5 * index],
                    let start = unsafe values[5 * index + 3],
                    let end = unsafe values[5 * index + 4]
                else { continue }
                let value = unsafe UnsafeBufferPointer(start: start, count: end - start)
                attributes.values.append(
                    (unsafe String(cString: key), unsafe String(decoding: value, as: UTF8.self))
                )
            }
            let written = unsafe session.prefix(uri, prefix) + String(cString: name)
            session.start(written, attributes)
        }
        unsafe events.endElementNs = { context, name, prefix, uri in
            guard let session = unsafe MarkupSession.of(context), let name = unsafe name else {
                return
            }
            session.end(unsafe session.prefix(uri, prefix) + String(cString: name))
        }
        unsafe events.characters = { unsafe MarkupSession.of($0)?.text($1, $2) }
        unsafe events.ignorableWhitespace = { unsafe MarkupSession.of($0)?.text($1, $2) }
        unsafe events.cdataBlock = { unsafe MarkupSession.of($0)?.text($1, $2) }
        unsafe events.entityDecl = { context, _, _, _, _, _ in
            unsafe MarkupSession.of(context)?
                .stop(ExtractionFailure(.xmlEntities, "declares XML entities, which are not read"))
        }
        // What is wrong shows in the parser's state; without this it is printed.
        unsafe events.serror = { _, _ in }
        return unsafe events
    }
}

/// Namespaces whose elements are looked at.
enum XMLNamespace {
    /// The usual prefix of a namespace, whatever prefix the file gives it.
    static func prefix(ofURI uri: String) -> String? {
        prefixes[uri]
    }

    private static let prefixes: [String: String] = {
        var prefixes = [
            "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
            "http://schemas.openxmlformats.org/package/2006/metadata/core-properties": "cp",
            "http://purl.org/dc/elements/1.1/": "dc", "http://purl.org/dc/terms/": "dcterms",
            "urn:oasis:names:tc:opendocument:xmlns:container": "container",
            "http://www.idpf.org/2007/opf": "opf",
        ]
        for (name, prefix) in [
            ("wordprocessingml", "w"), ("drawingml", "a"), ("officeDocument/math", "m"),
        ] {
            prefixes["http://purl.oclc.org/ooxml/\(name)/main"] = prefix
        }
        prefixes["http://schemas.openxmlformats.org/wordprocessingml/2006/main"] = "w"
        prefixes["http://schemas.openxmlformats.org/drawingml/2006/main"] = "a"
        prefixes["http://schemas.openxmlformats.org/officeDocument/2006/math"] = "m"
        for name in ["office", "text", "table", "meta"] {
            prefixes["urn:oasis:names:tc:opendocument:xmlns:\(name):1.0"] = name
        }
        prefixes["urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"] = "draw"
        return prefixes
    }()
}
