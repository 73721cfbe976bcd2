"""near-dupes: one call does everything and checks its pairs exactly, after folding the text (case, forms, white space)."""

import near_dupes

from work import SHINGLE_CHARACTERS, THRESHOLD, Stages, read_records, write_pairs

stages = Stages()
ids, texts = read_records()
stages.finish("read")
result = near_dupes.find_duplicates(texts, kind="text", threshold=THRESHOLD, n_gram=SHINGLE_CHARACTERS)
stages.finish("all")
write_pairs(ids, ((pair[0], pair[1], pair[2]) for pair in result.pairs))
stages.finish("write")
stages.report()
