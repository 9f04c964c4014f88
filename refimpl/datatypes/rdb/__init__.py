"""Values as bytes: the format of RDB files, DUMP and RESTORE."""
