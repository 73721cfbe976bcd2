"""daft: a column of signatures by its minhash expression; its n-grams are of words, so each character is made a word."""

import daft
from daft import col
from daft.functions import minhash, regexp_replace

from bands import similar_pairs
from work import SHINGLE_CHARACTERS, VALUES, Stages, input_path, write_pairs

stages = Stages()
records = daft.read_json(input_path()).collect()
stages.finish("read")

words = records.with_column("words", regexp_replace(col("text"), "(.)", "$1 "))
signed = words.select(
    col("id"),
    minhash(col("words"), num_hashes=VALUES, ngram_size=SHINGLE_CHARACTERS, hash_function="xxhash3_64").alias("signature"),
).to_arrow()
ids = signed["id"].to_pylist()
signatures = signed["signature"].combine_chunks().flatten().to_numpy(zero_copy_only=False).reshape(-1, VALUES)
stages.finish("sign")

pairs = similar_pairs(signatures, bands=14, rows=9)
stages.finish("pair")
write_pairs(ids, pairs)
stages.finish("write")
stages.report()
