// Runs each hot subject once on a small fixed input, between marks that callgrind heeds: HotPaths.
//
// `make benchmark-check` counts the instructions; run by hand it only tells what each subject made.

for path in HotPath.paragraphs + HotPath.candidates + HotPath.passages {
    print("\(path.name): \(path.count())")
}
