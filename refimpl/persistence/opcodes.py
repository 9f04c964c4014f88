"""The records of an RDB file that aren't values: a byte that no type has tells which one."""

from typing import Final

MAGIC: Final = b"REDIS"
VERSION_DIGITS: Final = 4

SLOT: Final = 244
"""The number, keys and volatile keys of a slot: from a node of a cluster."""
LIBRARY: Final = 245
"""A library of functions, as its source."""
EARLY_LIBRARY: Final = 246
"""The same from before the first release that had them."""
MODULE: Final = 247
IDLE: Final = 248
"""Seconds for which the next key was not used."""
FREQUENCY: Final = 249
"""The access counter of the next key."""
ATTRIBUTE: Final = 250
"""A name and a value: who wrote the file, and when."""
SIZES: Final = 251
"""How many keys, and how many with an expiry, the database has."""
DEADLINE: Final = 252
"""When the next key expires, in milliseconds."""
DEADLINE_SECONDS: Final = 253
DATABASE: Final = 254
"""The number of the database that the next keys belong to."""
END: Final = 255

CHECKSUM_BYTES: Final = 8
CHECKSUM_SINCE: Final = 5
"""The first version of the format whose files end with a checksum."""
