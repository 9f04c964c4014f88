"""The dataset on disk: RDB files."""
