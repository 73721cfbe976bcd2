"""rensa as its README shows it: RMinHash objects from lists of strings, RMinHashLSH, its own estimate.

Its index wants the number of bands: 16 of 8 rows, the divisor of 128 nearest to the usual 14 of 9.
"""

import rensa

from work import THRESHOLD, VALUES, Stages, batches, read_records, shingles, write_pairs

BANDS = 16
SEED = 42

stages = Stages()
ids, texts = read_records()
stages.finish("read")

signatures: list[rensa.RMinHash] = []
for batch in batches(texts):
    signatures += rensa.RMinHash.from_token_sets([shingles(text) for text in batch], VALUES, SEED)
stages.finish("sign")

index = rensa.RMinHashLSH(threshold=THRESHOLD, num_perm=VALUES, num_bands=BANDS)
index.insert_many(signatures)
candidates = [
    (position, other)
    for position, found in enumerate(index.query_all(signatures))
    for other in found
    if position < other
]
stages.finish("pair")

pairs = [(first, second, signatures[first].jaccard(signatures[second])) for first, second in candidates]
stages.finish("verify")
write_pairs(ids, pairs)
stages.finish("write")
stages.report()
