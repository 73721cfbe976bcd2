public import LeitongModel

extension InputFile {
    /// Length in bytes; `nil` for what is no ordinary file.
    public var byteCount: Int? { FileSystem.byteCount(of: self) }
}
