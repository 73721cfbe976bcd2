// What people who import the library see of the modules below: documents and dates, the options of
// folding and weighing, reports, and the memory that a run may take.
@_exported public import LeitongCore
@_exported public import LeitongModel
@_exported public import LeitongReport
@_exported public import LeitongStorage
