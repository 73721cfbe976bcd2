"""chdb (ClickHouse in a process): ngramMinHashUTF8, the six smallest and six largest hashes of the windows as two keys.

Two texts are candidates if either key is equal. That is what the function was made for; it has no threshold to set.
"""

import json
from itertools import combinations

from chdb.session import Session

from work import SHINGLE_CHARACTERS, Stages, input_path, write_pairs

SMALLEST = 6

stages = Stages()
session = Session()
session.query("CREATE DATABASE peers")
session.query(
    "CREATE TABLE peers.records ENGINE = Memory AS "
    f"SELECT * FROM file('{input_path()}', JSONEachRow, 'id UInt32, text String') SETTINGS max_threads = 1"
)
stages.finish("read")

session.query(
    "CREATE TABLE peers.signatures ENGINE = Memory AS "
    f"SELECT id, ngramMinHashUTF8(text, {SHINGLE_CHARACTERS}, {SMALLEST}) AS keys FROM peers.records SETTINGS max_threads = 1"
)
stages.finish("sign")

found: set[tuple[int, int]] = set()
for key in (1, 2):
    answer = session.query(
        f"SELECT groupArray(id) FROM peers.signatures GROUP BY keys.{key} HAVING count() > 1 "
        "SETTINGS max_threads = 1 FORMAT JSONCompact"
    )
    for (members,) in json.loads(str(answer))["data"]:
        found.update(combinations(sorted(map(int, members)), 2))
stages.finish("pair")
largest = max((second for _, second in found), default=-1)
write_pairs(list(range(largest + 1)), ((first, second, None) for first, second in found))
stages.finish("write")
stages.report()
