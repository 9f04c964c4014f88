"""The configurable limits that values consult, and those that arguments must keep to."""

from typing import Final


class Limits:
    """One instance per server; CONFIG SET writes the attributes, values read them when they grow.

    Each attribute is named as its configuration parameter with `_` for `-`, and starts at the
    default that a server without a configuration file has.
    """

    PARAMETERS: Final = (
        "databases",
        "hash_max_listpack_entries",
        "hash_max_listpack_value",
        "hll_sparse_max_bytes",
        "list_compress_depth",
        "list_max_listpack_size",
        "proto_max_bulk_len",
        "set_max_intset_entries",
        "set_max_listpack_entries",
        "set_max_listpack_value",
        "stream_node_max_bytes",
        "stream_node_max_entries",
        "zset_max_listpack_entries",
        "zset_max_listpack_value",
    )
    """The attributes that are configuration parameters."""

    __slots__ = (*PARAMETERS, "list_plain_from", "verifies_checksums")

    def __init__(self) -> None:
        self.databases: int = 16
        """How many databases there are."""
        self.hash_max_listpack_entries: int = 512
        """Fields a hash may have as a listpack."""
        self.hash_max_listpack_value: int = 64
        """Bytes the longest field or value of a listpack hash may have."""
        self.hll_sparse_max_bytes: int = 3000
        """Bytes a sparse HyperLogLog may have before it becomes dense."""
        self.list_compress_depth: int = 0
        """Quicklist nodes at each end that stay uncompressed; 0 compresses none."""
        self.list_max_listpack_size: int = -2
        """Positive: elements of a listpack; -1 to -5: its bytes, from 4 KiB doubling to 64 KiB."""
        self.list_plain_from: int = 0
        """Bytes from which an element of a quicklist gets a node of its own; 0: it follows from
        list-max-listpack-size. Only DEBUG sets it."""
        self.verifies_checksums: bool = True
        """Whether RESTORE refuses payloads whose checksum is wrong; only DEBUG lets it not."""
        self.proto_max_bulk_len: int = 512 * 1024 * 1024
        """Bytes of the longest string that a client may send or a command may build."""
        self.set_max_intset_entries: int = 512
        """Members a set of integers may have as an intset."""
        self.set_max_listpack_entries: int = 128
        """Members a set may have as a listpack."""
        self.set_max_listpack_value: int = 64
        """Bytes the longest member of a listpack set may have."""
        self.stream_node_max_bytes: int = 4096
        """Bytes of a stream's node; 0 means no limit."""
        self.stream_node_max_entries: int = 100
        """Entries of a stream's node; 0 means no limit."""
        self.zset_max_listpack_entries: int = 128
        """Members a sorted set may have as a listpack."""
        self.zset_max_listpack_value: int = 64
        """Bytes the longest member of a listpack sorted set may have."""
