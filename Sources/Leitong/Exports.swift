// What people who import the library see of the modules below, name by name: documents and their
// dates, the options of folding and weighing, reports, and how something is run. Not what
// the engine keeps documents in, whose names (`Section`, `Paragraph`) are other modules' names too.
@_exported public import LeitongReport
@_exported public import LeitongRun

@_exported public import struct LeitongCore.BackgroundModel
@_exported public import enum LeitongCore.FoldingLevel
@_exported public import enum LeitongCore.ShingleRule
@_exported public import struct LeitongCore.SignificanceRules
@_exported public import struct LeitongModel.DamagedBytes
@_exported public import enum LeitongModel.DateSource
@_exported public import struct LeitongModel.Document
@_exported public import struct LeitongModel.DocumentDate
@_exported public import class LeitongModel.DocumentFile
@_exported public import enum LeitongModel.DocumentFormat
@_exported public import struct LeitongModel.DocumentList
@_exported public import struct LeitongModel.EncodingEvidence
@_exported public import struct LeitongModel.FurtherName
@_exported public import struct LeitongModel.InputFile
@_exported public import struct LeitongModel.SkippedInput
@_exported public import class LeitongStorage.MemoryBudget
@_exported public import struct LeitongStorage.StorageError
