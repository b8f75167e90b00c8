"""What is in memory of every article, kept in blocks: a few large reads instead of ten thousand small ones."""

from collections import defaultdict
from collections.abc import Mapping
from zlib import crc32

from generator.model import Entry, Record
from generator.relate.traits import Traits
from generator.store import Store, content_key

_STAGE = "block"
_SIZE = 256
"""Articles of a block, at the most twice as many on the average: one that comes changes one block."""


class Known(Record, frozen=True):
    """What lists and relations depend on of an article."""

    entry: Entry
    traits: Traits


Block = dict[bytes, Known]
"""By the key under which the annotations of the article are kept."""


def kept_blocks(keys: Mapping[str, bytes], store: Store) -> Block:
    """What is kept of the articles, whose keys are given by id, and of those that were there before."""
    blocks = _blocks(keys)
    found = {key: known for block in store.get(_STAGE, list(blocks), Block).values() for key, known in block.items()}
    for block in store.others(_STAGE, blocks, Block):  # which have most articles of those that are missing
        found |= block
    return found


def keep_blocks(keys: Mapping[str, bytes], known: Block, store: Store) -> None:
    """Keeps what is known of the articles, whose keys are given by id, instead of what was kept before."""
    blocks = _blocks(keys)
    for key in blocks.keys() - store.has(_STAGE, blocks):
        store.put(_STAGE, {key: {one: known[one] for one in blocks[key]}})
    store.forget_others(_STAGE, blocks)


def _blocks(keys: Mapping[str, bytes]) -> dict[bytes, list[bytes]]:
    """The keys of each block, by its own. In which an article is, its id says, and how many there are."""
    count = 1 << (len(keys) // _SIZE).bit_length()
    found: defaultdict[int, list[bytes]] = defaultdict(list)
    for id_, key in sorted(keys.items()):
        found[crc32(id_.encode("utf-8", "surrogatepass")) % count].append(key)
    return {content_key(_STAGE, some): some for some in found.values()}
