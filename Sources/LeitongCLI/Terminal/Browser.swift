import Foundation

/// The browser of the one who runs the program.
enum Browser {
    /// Opens a file; says so on standard error where there is no browser.
    static func open(_ path: String) {
        #if os(macOS)
        let opener = "open"
        #else
        let opener = "xdg-open"
        #endif
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [opener, URL(fileURLWithPath: path).path]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        do {
            try process.run()
            process.waitUntilExit()
        } catch {
            return sayNone(path)
        }
        if process.terminationStatus != 0 { sayNone(path) }
    }

    private static func sayNone(_ path: String) {
        StandardError.say("no browser could be started; the report is \(path)")
    }
}
