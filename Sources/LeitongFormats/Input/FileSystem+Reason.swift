import Foundation
import LeitongModel

extension FileSystem.Failure {
    /// The stable code of a system error.
    var reason: SkippedInput.Reason {
        switch number {
        case ENOENT, ENOTDIR: .notFound
        case ELOOP: .linkLoop
        case ENXIO: .notAFile
        default: .unreadable
        }
    }
}
