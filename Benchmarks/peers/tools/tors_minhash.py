"""tors: signatures of windows of five words, where a Chinese character is a word; 126 values, bands of 14 by 9."""

import tors

from work import SHINGLE_CHARACTERS, Stages, read_records, write_pairs

BANDS, ROWS = 14, 9

stages = Stages()
ids, texts = read_records()
stages.finish("read")

signatures = [tors.minhash_signature(text, num_perm=BANDS * ROWS, shingle_size=SHINGLE_CHARACTERS) for text in texts]
stages.finish("sign")

candidates = tors.lsh_candidates(signatures, bands=BANDS, rows=ROWS)["pairs"]
stages.finish("pair")

pairs = [(first, second, tors.minhash_jaccard(signatures[first], signatures[second])) for first, second in candidates]
stages.finish("verify")
write_pairs(ids, pairs)
stages.finish("write")
stages.report()
