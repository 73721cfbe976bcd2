// What people who import the library see of the modules below: documents and dates, the options of
// folding and weighing, reports, how something is run, and
// the memory that it may take.
@_exported public import LeitongCore
@_exported public import LeitongModel
@_exported public import LeitongReport
@_exported public import LeitongRun
@_exported public import LeitongStorage
