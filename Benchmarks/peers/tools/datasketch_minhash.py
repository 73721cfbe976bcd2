"""datasketch: MinHash.bulk over shingles as bytes, MinHashLSH with bands of its own choice, its own estimate."""

from datasketch import MinHash, MinHashLSH

from work import THRESHOLD, VALUES, Stages, batches, read_records, shingles, write_pairs

stages = Stages()
ids, texts = read_records()
stages.finish("read")

signatures: list[MinHash] = []
for batch in batches(texts):
    signatures += MinHash.bulk([[shingle.encode() for shingle in shingles(text)] for text in batch], num_perm=VALUES)
stages.finish("sign")

index = MinHashLSH(threshold=THRESHOLD, num_perm=VALUES)
for position, signature in enumerate(signatures):
    index.insert(position, signature, check_duplication=False)
candidates = {
    (position, other)
    for position, signature in enumerate(signatures)
    for other in index.query(signature)
    if position < other
}
stages.finish("pair")

pairs = [(first, second, signatures[first].jaccard(signatures[second])) for first, second in candidates]
stages.finish("verify")
write_pairs(ids, pairs)
stages.finish("write")
stages.report()
