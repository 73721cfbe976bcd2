"""gaoya: MinHashStringIndex cuts the windows itself (analyzer char), in Rust; bands of its own choice (32 of 4).

Signing and inserting are one call; a query signs its text again and returns what the estimate puts over the threshold.
"""

from gaoya.minhash import MinHashStringIndex

from work import SHINGLE_CHARACTERS, THRESHOLD, VALUES, Stages, read_records, write_pairs

stages = Stages()
ids, texts = read_records()
stages.finish("read")

index = MinHashStringIndex(
    hash_size=32,
    jaccard_threshold=THRESHOLD,
    num_bands=None,
    band_size=None,
    num_hashes=VALUES,
    analyzer="char",
    lowercase=False,
    ngram_range=(SHINGLE_CHARACTERS, SHINGLE_CHARACTERS),
    id_container="smallvec",
)
for position, text in enumerate(texts):
    index.insert_document(position, text)
stages.finish("sign")

pairs = [
    (position, other, estimate)
    for position, text in enumerate(texts)
    for other, estimate in index.query(text, True)
    if position < other
]
stages.finish("pair")
write_pairs(ids, pairs)
stages.finish("write")
stages.report()
