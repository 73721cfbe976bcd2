/// How much a test tries: less as debug code, which is some thirty times slower.
///
/// `make test-release` tries all of it.
///
/// - Parameters:
///   - few: Used where the tests are debug code.
///   - many: Used where they are optimised.
/// - Returns: One of the two.
package func asDebugCode<Size>(_ few: Size, optimised many: Size) -> Size {
    #if DEBUG
    few
    #else
    many
    #endif
}
