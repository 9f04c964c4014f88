# Generated from spec/ by `python -m spec generate`; do not edit.
"""Every error reply as a wire line."""

from __future__ import annotations

from refimpl.table.failure import printed

__all__ = [
    "ACL_DEFAULT_USER",
    "ACL_NOT_SAVED",
    "ACL_NO_FILE",
    "ACL_PASSWORD_BITS",
    "ACL_USER_NAME",
    "BAD_DATA_FORMAT",
    "BITFIELD_OVERFLOW_TYPE",
    "BITFIELD_RO_ONLY_GET",
    "BITFIELD_TYPE",
    "BITOP_ANDOR_TWO_SOURCES",
    "BITOP_DIFF1_TWO_SOURCES",
    "BITOP_DIFF_TWO_SOURCES",
    "BITOP_NOT_ONE_SOURCE",
    "BITPOS_BIT",
    "BIT_NOT_INTEGER",
    "BIT_OFFSET_NOT_INTEGER",
    "BUSYGROUP",
    "BUSY_FUNCTION",
    "BUSY_IN_EXEC",
    "BUSY_KEY",
    "BUSY_SCRIPT",
    "CACHING_NO_WITHOUT_OPTOUT",
    "CACHING_WITHOUT_TRACKING",
    "CACHING_YES_WITHOUT_OPTIN",
    "CHILD_ACTIVE",
    "CLIENT_EVICTION_DISABLED",
    "CLIENT_ID_INVALID",
    "CLIENT_ID_NOT_POSITIVE",
    "CLIENT_NAME_INVALID",
    "CLUSTER_DISABLED",
    "COPY_MODULE_VALUE",
    "COUNT_NOT_POSITIVE",
    "COUNT_OUT_OF_LONG_RANGE",
    "DB_NOT_INTEGER",
    "DB_OUT_OF_RANGE",
    "DEBUG_LOADAOF_FAILED",
    "DEBUG_NOT_LISTPACK",
    "DEBUG_NOT_QUICKLIST",
    "DEBUG_NOT_STRING",
    "DEBUG_NO_DATABASE",
    "DEBUG_NO_HASH_TABLE",
    "DEBUG_NO_SUCH_NAME",
    "DEBUG_ONLY_CLUSTER",
    "DEBUG_ONLY_RESP3",
    "DEBUG_PROTOCOL",
    "DEBUG_RELOAD_FAILED",
    "DEBUG_RELOAD_OPTIONS",
    "DEBUG_RESTART_FAILED",
    "DECREMENT_OVERFLOW",
    "DISCARD_WITHOUT_MULTI",
    "DUMP_PAYLOAD",
    "ENTRIES_ADDED_NEGATIVE",
    "ENTRIES_READ_RANGE",
    "EXEC_ABORTED",
    "EXEC_WITHOUT_MULTI",
    "EXPIRE_GT_LT",
    "EXPIRE_NUMFIELDS_NOT_POSITIVE",
    "EXPIRE_NX",
    "FAILOVER_TIMEOUT",
    "FAILOVER_WITHOUT_REPLICAS",
    "FIELDS_MISPLACED",
    "FIELD_EXPIRE_NEGATIVE",
    "FIRST_DB_INVALID",
    "FUNCTION_FLUSH_MODE",
    "FUNCTION_LIST_NAME",
    "FUNCTION_NUMKEYS",
    "FUNCTION_RESTORE_POLICY",
    "FUNCTION_UNKNOWN",
    "GEORADIUS_STORE_WITH",
    "GEOSEARCHSTORE_WITH",
    "GEO_ANY_WITHOUT_COUNT",
    "GEO_BOX_NEGATIVE",
    "GEO_HEIGHT",
    "GEO_NO_SUCH_MEMBER",
    "GEO_RADIUS",
    "GEO_RADIUS_NEGATIVE",
    "GEO_UNIT",
    "GEO_WIDTH",
    "HASH_VALUE_NOT_FLOAT",
    "HASH_VALUE_NOT_INTEGER",
    "HELLO_UNAUTHENTICATED",
    "HLL_CORRUPTED",
    "HLL_INVALID",
    "HLL_NOT_SPARSE",
    "HLL_NO_SUCH_KEY",
    "HLL_SIMD",
    "INCREMENT_NAN_OR_INFINITY",
    "INCREMENT_OVERFLOW",
    "INDEX_OUT_OF_RANGE",
    "INVALID_ARGUMENTS",
    "INVALID_COMMAND",
    "INVALID_CURSOR",
    "INVALID_KEY_ARGUMENTS",
    "INVALID_MASTER_PORT",
    "KILL_AGE",
    "KILL_AGE_NOT_POSITIVE",
    "LCS_IDX_AND_LEN",
    "LCS_MEMORY",
    "LCS_NOT_STRINGS",
    "LEX_BOUND_INVALID",
    "LFU_NOT_SELECTED",
    "LFU_SELECTED",
    "LIBRARY_EMPTY",
    "LIBRARY_LACKS_METADATA",
    "LIBRARY_LACKS_NAME",
    "LIBRARY_METADATA_INVALID",
    "LIBRARY_NAME_INVALID",
    "LIBRARY_NAME_TWICE",
    "LIBRARY_PAYLOAD_BROKEN",
    "LIBRARY_PAYLOAD_EARLY",
    "LIBRARY_PAYLOAD_OTHER",
    "LIBRARY_UNKNOWN",
    "LIMIT_NEGATIVE",
    "LIMIT_WITHOUT_BY",
    "LIMIT_WITHOUT_STRATEGY",
    "LIMIT_WITHOUT_TILDE",
    "LPOS_COUNT_NEGATIVE",
    "LPOS_MAXLEN_NEGATIVE",
    "LPOS_RANK_ZERO",
    "MAXLEN_NEGATIVE",
    "MAX_CLIENTS",
    "MIGRATE_CONNECTING",
    "MIGRATE_KEY_NOT_EMPTY",
    "MIGRATE_READING",
    "MIGRATE_WRITING",
    "MISCONF",
    "MODULE_LOAD",
    "MODULE_STAYS",
    "MODULE_UNLOAD",
    "MONITOR_NESTED",
    "MORE_KEYS_THAN_ARGUMENTS",
    "MULTI_NESTED",
    "MUST_BE_POSITIVE",
    "NAN_OR_INFINITY",
    "NOAUTH",
    "NOPERM_CHANNEL",
    "NOPERM_KEY",
    "NOT_AN_INT",
    "NOT_BUSY",
    "NOT_FLOAT",
    "NOT_INT32",
    "NOT_INTEGER",
    "NOT_IN_TRANSACTION",
    "NOT_ZERO_OR_ONE",
    "NOVALUES_WITHOUT_HSCAN",
    "NO_CONFIG_FILE",
    "NO_FAILOVER",
    "NO_INTERNAL_SECRET",
    "NO_KEY_ARGUMENTS",
    "NO_PASSWORD_CONFIGURED",
    "NO_SCRIPT",
    "NO_SHUTDOWN",
    "NO_SUCH_CLIENT",
    "NO_SUCH_KEY",
    "NUMFIELDS_INVALID",
    "NUMFIELDS_MISMATCH",
    "NUMFIELDS_NOT_POSITIVE",
    "NUMIDS_MISMATCH",
    "NUMIDS_NOT_POSITIVE",
    "NUMKEYS_NEGATIVE",
    "NUMKEYS_NOT_POSITIVE",
    "NUMKEYS_TOO_MANY",
    "OFFSET_OUT_OF_RANGE",
    "ONE_OF_FIELD_EXPIRATIONS",
    "ONE_OF_FNX_FXX",
    "OUT_OF_MEMORY",
    "OUT_OF_RANGE",
    "PACKED_THRESHOLD",
    "PAUSE_MODE",
    "PROTECTED_MODE",
    "PROTOCOL_NOT_INTEGER",
    "REPLCONF_PARTS",
    "REPLCONF_SWITCH",
    "REPLICA_WITHOUT_KEYSPACE",
    "RESTORE_FREQ_RANGE",
    "RESTORE_IDLETIME_NEGATIVE",
    "RESTORE_TTL_NEGATIVE",
    "REWRITE_FAILED",
    "REWRITE_IN_PROGRESS",
    "SAME_OBJECT",
    "SAVE_FAILED",
    "SAVE_IN_PROGRESS",
    "SCORE_BOUND_NOT_FLOAT",
    "SCORE_NOT_A_NUMBER",
    "SCRIPT_DEBUG_MODE",
    "SCRIPT_FLUSH_MODE",
    "SCRIPT_IS_READ_ONLY",
    "SCRIPT_KILLED",
    "SCRIPT_SHEBANG",
    "SCRIPT_WRITES",
    "SECOND_DB_INVALID",
    "SHUTDOWN_FAILED",
    "SLOWLOG_COUNT",
    "SORT_BY_DENIED",
    "SORT_GET_DENIED",
    "SORT_NOT_DOUBLE",
    "SSUBSCRIBE_NESTED",
    "STREAM_COUNT_NOT_POSITIVE",
    "STREAM_END_INVALID",
    "STREAM_ID_INVALID",
    "STREAM_LIMIT_NEGATIVE",
    "STREAM_START_INVALID",
    "STREAM_TOO_LARGE",
    "STRING_TOO_LONG",
    "SYNTAX",
    "TIMEOUT_NEGATIVE",
    "TIMEOUT_NOT_FLOAT",
    "TIMEOUT_NOT_INTEGER",
    "TIMEOUT_OUT_OF_RANGE",
    "TRACKING_BCAST_WITH_OPTIONS",
    "TRACKING_OPTIN_WITH_OPTOUT",
    "TRACKING_PREFIX_WITHOUT_BCAST",
    "TRACKING_REDIRECT_TWICE",
    "TRACKING_REDIRECT_UNKNOWN",
    "TRACKING_SWITCHES_BCAST",
    "TRACKING_SWITCHES_OPTIN",
    "UNBALANCED_STREAMS",
    "UNBLOCKED",
    "UNBLOCK_REASON",
    "UNEVEN_MSET",
    "UNKILLABLE",
    "UNSUPPORTED_PROTOCOL",
    "VECTOR_EF",
    "VECTOR_INVALID",
    "VECTOR_LINKS",
    "VECTOR_M",
    "VECTOR_NO_ELEMENT",
    "VECTOR_NO_KEY",
    "VECTOR_NO_PROJECTION",
    "VECTOR_OPTION",
    "VECTOR_QUANTIZATION",
    "VEMB_OPTION",
    "VRANDMEMBER_COUNT",
    "VSIM_COUNT",
    "VSIM_EPSILON",
    "VSIM_FILTER_EF",
    "VSIM_SYNTAX",
    "WAITAOF_WITHOUT_AOF",
    "WATCH_INSIDE_MULTI",
    "WEIGHT_NOT_FLOAT",
    "WITHSCORES_WITH_BYLEX",
    "WRONG_PASSWORD",
    "WRONG_TYPE",
    "XADD_EXHAUSTED",
    "XADD_ID_NOT_GREATER",
    "XADD_MAXLEN_MINID",
    "XADD_ZERO_ID",
    "XAUTOCLAIM_MEMORY",
    "XAUTOCLAIM_MIN_IDLE",
    "XCLAIM_IDLE",
    "XCLAIM_MIN_IDLE",
    "XCLAIM_RETRYCOUNT",
    "XCLAIM_TIME",
    "XGROUP_NO_KEY",
    "XREADGROUP_DOLLAR",
    "XREADGROUP_PLUS",
    "XREADGROUP_WITHOUT_GROUP",
    "XREAD_GREATER",
    "XREAD_GROUP",
    "XREAD_NOACK",
    "XSETID_BELOW_GIVEN_DELETED",
    "XSETID_BELOW_KNOWN_DELETED",
    "XSETID_BELOW_TOP",
    "XSETID_FEWER_THAN_LENGTH",
    "XTRIM_WITHOUT_STRATEGY",
    "ZADD_GT_LT_NX",
    "ZADD_INCR_PAIRS",
    "ZADD_NX_XX",
    "acl_call_arity",
    "acl_file_errors",
    "acl_rule",
    "acl_too_many_words",
    "acl_unclosed_selector",
    "acl_unknown_category",
    "acl_unknown_command",
    "acl_unknown_user",
    "at_least_one_key",
    "client_info_invalid",
    "client_info_unknown",
    "client_pause_arity",
    "client_type_unknown",
    "client_unblock_arity",
    "client_user_unknown",
    "config_rewrite_failed",
    "config_set_failed",
    "debug_rewrite_failed",
    "debug_unknown",
    "exec_refused",
    "filter_syntax",
    "function_arguments",
    "function_exists",
    "function_list_argument",
    "geo_pair",
    "geosearch_by",
    "geosearch_from",
    "hello_option",
    "hll_subcommand",
    "internal",
    "invalid_expire",
    "library_collides",
    "library_compile",
    "library_engine",
    "library_exists",
    "library_fails",
    "library_metadata_unknown",
    "library_option",
    "migrate_target",
    "no_latency_samples",
    "nogroup",
    "nogroup_of_key",
    "nogroup_xreadgroup",
    "noperm_command",
    "noperm_in_exec",
    "only_subscriber_commands",
    "protected_command",
    "pubsub_arity",
    "replconf_address",
    "replconf_client",
    "replconf_part",
    "replconf_unknown",
    "script_compile",
    "script_engine",
    "script_failed",
    "script_flag",
    "script_option",
    "slowlog_get_arity",
    "tracking_prefix_exists",
    "tracking_prefix_twice",
    "unbalanced_streams_of_group",
    "unbalanced_streams_of_read",
    "unknown_argument",
    "unknown_command",
    "unknown_config",
    "unknown_subcommand",
    "unknown_type_name",
    "unsupported_option",
    "vector_dimension",
    "vector_input_dimension",
    "wrong_arity",
    "xclaim_option",
    "xgroup_arity",
    "xinfo_arity",
]

SYNTAX = b"-ERR syntax error\r\n"
WRONG_TYPE = b"-WRONGTYPE Operation against a key holding the wrong kind of value\r\n"
NOT_INTEGER = b"-ERR value is not an integer or out of range\r\n"
NOT_FLOAT = b"-ERR value is not a valid float\r\n"
OUT_OF_RANGE = b"-ERR value is out of range\r\n"
MUST_BE_POSITIVE = b"-ERR value is out of range, must be positive\r\n"
NO_SUCH_KEY = b"-ERR no such key\r\n"
INDEX_OUT_OF_RANGE = b"-ERR index out of range\r\n"
OFFSET_OUT_OF_RANGE = b"-ERR offset is out of range\r\n"
INVALID_CURSOR = b"-ERR invalid cursor\r\n"
NUMKEYS_NOT_POSITIVE = b"-ERR numkeys should be greater than 0\r\n"
COUNT_NOT_POSITIVE = b"-ERR count should be greater than 0\r\n"
LIMIT_NEGATIVE = b"-ERR LIMIT can't be negative\r\n"
TIMEOUT_NOT_FLOAT = b"-ERR timeout is not a float or out of range\r\n"
TIMEOUT_NOT_INTEGER = b"-ERR timeout is not an integer or out of range\r\n"
TIMEOUT_NEGATIVE = b"-ERR timeout is negative\r\n"
TIMEOUT_OUT_OF_RANGE = b"-ERR timeout is out of range\r\n"
SAME_OBJECT = b"-ERR source and destination objects are the same\r\n"
STRING_TOO_LONG = b"-ERR string exceeds maximum allowed size (proto-max-bulk-len)\r\n"
INCREMENT_OVERFLOW = b"-ERR increment or decrement would overflow\r\n"
DECREMENT_OVERFLOW = b"-ERR decrement would overflow\r\n"
UNEVEN_MSET = b"-ERR wrong number of arguments for MSET\r\n"
LCS_NOT_STRINGS = b"-ERR The specified keys must contain string values\r\n"
LCS_MEMORY = b"-ERR Insufficient memory, transient memory for LCS exceeds proto-max-bulk-len\r\n"
LCS_IDX_AND_LEN = b"-ERR If you want both the length and indexes, please just use IDX.\r\n"
INCREMENT_NAN_OR_INFINITY = b"-ERR increment would produce NaN or Infinity\r\n"
BIT_NOT_INTEGER = b"-ERR bit is not an integer or out of range\r\n"
BIT_OFFSET_NOT_INTEGER = b"-ERR bit offset is not an integer or out of range\r\n"
BITPOS_BIT = b"-ERR The bit argument must be 1 or 0.\r\n"
BITOP_NOT_ONE_SOURCE = b"-ERR BITOP NOT must be called with a single source key.\r\n"
BITOP_DIFF_TWO_SOURCES = b"-ERR BITOP DIFF must be called with at least two source keys.\r\n"
BITOP_DIFF1_TWO_SOURCES = b"-ERR BITOP DIFF1 must be called with at least two source keys.\r\n"
BITOP_ANDOR_TWO_SOURCES = b"-ERR BITOP ANDOR must be called with at least two source keys.\r\n"
BITFIELD_TYPE = b"-ERR Invalid bitfield type. Use something like i16 u8. Note that u64 is not supported but i64 is.\r\n"
BITFIELD_OVERFLOW_TYPE = b"-ERR Invalid OVERFLOW type specified\r\n"
BITFIELD_RO_ONLY_GET = b"-ERR BITFIELD_RO only supports the GET subcommand\r\n"
EXPIRE_NX = b"-ERR NX and XX, GT or LT options at the same time are not compatible\r\n"
EXPIRE_GT_LT = b"-ERR GT and LT options at the same time are not compatible\r\n"
NOT_AN_INT = b"-ERR value is out of range, value must between -2147483648 and 2147483647\r\n"
NOT_ZERO_OR_ONE = b"-ERR value is out of range, value must between 0 and 1\r\n"
WAITAOF_WITHOUT_AOF = (
    b"-ERR WAITAOF cannot be used when numlocal is set but appendonly is disabled.\r\n"
)
LFU_NOT_SELECTED = b"-ERR An LFU maxmemory policy is not selected, access frequency not tracked. Please note that when switching between policies at runtime LRU and LFU data will take some time to adjust.\r\n"
LFU_SELECTED = b"-ERR An LFU maxmemory policy is selected, idle time not tracked. Please note that when switching between policies at runtime LRU and LFU data will take some time to adjust.\r\n"
BUSY_KEY = b"-BUSYKEY Target key name already exists.\r\n"
DUMP_PAYLOAD = b"-ERR DUMP payload version or checksum are wrong\r\n"
BAD_DATA_FORMAT = b"-ERR Bad data format\r\n"
RESTORE_TTL_NEGATIVE = b"-ERR Invalid TTL value, must be >= 0\r\n"
RESTORE_IDLETIME_NEGATIVE = b"-ERR Invalid IDLETIME value, must be >= 0\r\n"
RESTORE_FREQ_RANGE = b"-ERR Invalid FREQ value, must be >= 0 and <= 255\r\n"
MIGRATE_KEY_NOT_EMPTY = (
    b"-ERR When using MIGRATE KEYS option, the key argument must be set to the empty string\r\n"
)
MIGRATE_CONNECTING = b"-IOERR error or timeout connecting to the client\r\n"
MIGRATE_WRITING = b"-IOERR error or timeout writing to target instance\r\n"
MIGRATE_READING = b"-IOERR error or timeout reading to target instance\r\n"
SCORE_BOUND_NOT_FLOAT = b"-ERR min or max is not a float\r\n"
LEX_BOUND_INVALID = b"-ERR min or max not valid string range item\r\n"
ZADD_NX_XX = b"-ERR XX and NX options at the same time are not compatible\r\n"
ZADD_GT_LT_NX = b"-ERR GT, LT, and/or NX options at the same time are not compatible\r\n"
ZADD_INCR_PAIRS = b"-ERR INCR option supports a single increment-element pair\r\n"
SCORE_NOT_A_NUMBER = b"-ERR resulting score is not a number (NaN)\r\n"
WEIGHT_NOT_FLOAT = b"-ERR weight value is not a float\r\n"
LIMIT_WITHOUT_BY = (
    b"-ERR syntax error, LIMIT is only supported in combination with either BYSCORE or BYLEX\r\n"
)
WITHSCORES_WITH_BYLEX = b"-ERR syntax error, WITHSCORES not supported in combination with BYLEX\r\n"
NOAUTH = b"-NOAUTH Authentication required.\r\n"
NOT_IN_TRANSACTION = b"-ERR Command not allowed inside a transaction\r\n"
OUT_OF_MEMORY = b"-OOM command not allowed when used memory > 'maxmemory'.\r\n"
UNBLOCKED = b"-UNBLOCKED client unblocked via CLIENT UNBLOCK\r\n"
MAX_CLIENTS = b"-ERR max number of clients reached\r\n"
EXEC_WITHOUT_MULTI = b"-ERR EXEC without MULTI\r\n"
DISCARD_WITHOUT_MULTI = b"-ERR DISCARD without MULTI\r\n"
MULTI_NESTED = b"-ERR MULTI calls can not be nested\r\n"
WATCH_INSIDE_MULTI = b"-ERR WATCH inside MULTI is not allowed\r\n"
EXEC_ABORTED = b"-EXECABORT Transaction discarded because of previous errors.\r\n"
WRONG_PASSWORD = b"-WRONGPASS invalid username-password pair or user is disabled.\r\n"
NO_PASSWORD_CONFIGURED = b"-ERR AUTH <password> called without any password configured for the default user. Are you sure your configuration is correct?\r\n"
UNSUPPORTED_PROTOCOL = b"-NOPROTO unsupported protocol version\r\n"
PROTOCOL_NOT_INTEGER = b"-ERR Protocol version is not an integer or out of range\r\n"
HELLO_UNAUTHENTICATED = b"-NOAUTH HELLO must be called with the client already authenticated, otherwise the HELLO <proto> AUTH <user> <pass> option can be used to authenticate the client and select the RESP protocol version at the same time\r\n"
CLIENT_NAME_INVALID = (
    b"-ERR Client names cannot contain spaces, newlines or special characters.\r\n"
)
CLIENT_ID_INVALID = b"-ERR Invalid client ID\r\n"
CLIENT_ID_NOT_POSITIVE = b"-ERR client-id should be greater than 0\r\n"
NO_SUCH_CLIENT = b"-ERR No such client\r\n"
UNBLOCK_REASON = b"-ERR CLIENT UNBLOCK reason should be TIMEOUT or ERROR\r\n"
KILL_AGE = b"-ERR maxage is not an integer or out of range\r\n"
DB_NOT_INTEGER = b"-ERR invalid DB index\r\n"
DB_OUT_OF_RANGE = b"-ERR DB index is out of range\r\n"
NOPERM_KEY = b"-NOPERM No permissions to access a key\r\n"
NOPERM_CHANNEL = b"-NOPERM No permissions to access a channel\r\n"
ACL_USER_NAME = b"-ERR Usernames can't contain spaces or null characters\r\n"
ACL_DEFAULT_USER = b"-ERR The 'default' user cannot be removed\r\n"
ACL_PASSWORD_BITS = b"-ERR ACL GENPASS argument must be the number of bits for the output password, a positive number up to 4096\r\n"
ACL_NO_FILE = b"-ERR This Redis instance is not configured to use an ACL file. You may want to specify users via the ACL SETUSER command and then issue a CONFIG REWRITE (assuming you have a Redis configuration file set) in order to store users in the Redis configuration.\r\n"
ACL_NOT_SAVED = b"-ERR There was an error trying to save the ACLs. Please check the server logs for more information\r\n"
FIRST_DB_INVALID = b"-ERR invalid first DB index\r\n"
SECOND_DB_INVALID = b"-ERR invalid second DB index\r\n"
NO_CONFIG_FILE = b"-ERR The server is running without a config file\r\n"
NO_KEY_ARGUMENTS = b"-ERR The command has no key arguments\r\n"
INVALID_COMMAND = b"-ERR Invalid command specified\r\n"
INVALID_KEY_ARGUMENTS = b"-ERR Invalid number of arguments specified for command\r\n"
DEBUG_NOT_LISTPACK = b"-ERR Not a listpack encoded object.\r\n"
DEBUG_NOT_QUICKLIST = b"-ERR Not a quicklist encoded object.\r\n"
DEBUG_NOT_STRING = b"-ERR Not an sds encoded string.\r\n"
DEBUG_LOADAOF_FAILED = b"-ERR Error trying to load the AOF files, check server logs.\r\n"
DEBUG_NO_SUCH_NAME = b"-ERR No such file or directory\r\n"
DEBUG_RESTART_FAILED = b"-ERR failed to restart the server. Check server logs.\r\n"
DEBUG_NO_DATABASE = b"-ERR Out of range database\r\n"
DEBUG_NO_HASH_TABLE = (
    b"-ERR The value stored at the specified key is not represented using an hash table\r\n"
)
SLOWLOG_COUNT = b"-ERR count should be greater than or equal to -1\r\n"
MORE_KEYS_THAN_ARGUMENTS = b"-ERR Number of keys can't be greater than number of args\r\n"
COUNT_OUT_OF_LONG_RANGE = b"-ERR value is out of range, value must between -9223372036854775807 and 9223372036854775807\r\n"
NOVALUES_WITHOUT_HSCAN = b"-ERR NOVALUES option can only be used in HSCAN\r\n"
HASH_VALUE_NOT_INTEGER = b"-ERR hash value is not an integer\r\n"
HASH_VALUE_NOT_FLOAT = b"-ERR hash value is not a float\r\n"
NAN_OR_INFINITY = b"-ERR value is NaN or Infinity\r\n"
FIELDS_MISPLACED = b"-ERR Mandatory argument FIELDS is missing or not at the right position\r\n"
EXPIRE_NUMFIELDS_NOT_POSITIVE = b"-ERR Parameter `numFields` should be greater than 0\r\n"
NUMFIELDS_NOT_POSITIVE = b"-ERR Number of fields must be a positive integer\r\n"
NUMFIELDS_MISMATCH = b"-ERR The `numfields` parameter must match the number of arguments\r\n"
NUMFIELDS_INVALID = b"-ERR invalid number of fields\r\n"
FIELD_EXPIRE_NEGATIVE = b"-ERR invalid expire time, must be >= 0\r\n"
ONE_OF_FNX_FXX = b"-ERR Only one of FXX or FNX arguments can be specified\r\n"
ONE_OF_FIELD_EXPIRATIONS = (
    b"-ERR Only one of EX, PX, EXAT, PXAT or KEEPTTL arguments can be specified\r\n"
)
PROTECTED_MODE = b"-DENIED Redis is running in protected mode because protected mode is enabled and no password is set for the default user. In this mode connections are only accepted from the loopback interface. If you want to connect from external computers to Redis you may adopt one of the following solutions: 1) Just disable protected mode sending the command 'CONFIG SET protected-mode no' from the loopback interface by connecting to Redis from the same host the server is running, however MAKE SURE Redis is not publicly accessible from internet if you do so. Use CONFIG REWRITE to make this change permanent. 2) Alternatively you can just disable the protected mode by editing the Redis configuration file, and setting the protected mode option to 'no', and then restarting the server. 3) If you started the server manually just for testing, restart it with the '--protected-mode no' option. 4) Set up an authentication password for the default user. NOTE: You only need to do one of the above things in order for the server to start accepting connections from the outside.\r\n"
LPOS_RANK_ZERO = b"-ERR RANK can't be zero: use 1 to start from the first match, 2 from the second ... or use negative to start from the end of the list\r\n"
LPOS_COUNT_NEGATIVE = b"-ERR COUNT can't be negative\r\n"
LPOS_MAXLEN_NEGATIVE = b"-ERR MAXLEN can't be negative\r\n"
SORT_NOT_DOUBLE = b"-ERR One or more scores can't be converted into double\r\n"
SORT_BY_DENIED = b"-ERR BY option of SORT denied due to insufficient ACL permissions.\r\n"
SORT_GET_DENIED = b"-ERR GET option of SORT denied due to insufficient ACL permissions.\r\n"
NOT_INT32 = b"-ERR value is out of range, value must between -2147483648 and 2147483647\r\n"
CACHING_WITHOUT_TRACKING = b"-ERR CLIENT CACHING can be called only when the client is in tracking mode with OPTIN or OPTOUT mode enabled\r\n"
PAUSE_MODE = b"-ERR CLIENT PAUSE mode must be WRITE or ALL\r\n"
KILL_AGE_NOT_POSITIVE = b"-ERR maxage should be greater than 0\r\n"
NO_SHUTDOWN = b"-ERR No shutdown in progress.\r\n"
SAVE_IN_PROGRESS = b"-ERR Background save already in progress\r\n"
SAVE_FAILED = b"-ERR\r\n"
SHUTDOWN_FAILED = b"-ERR Errors trying to SHUTDOWN. Check logs.\r\n"
MISCONF = b"-MISCONF Redis is configured to save RDB snapshots, but it's currently unable to persist to disk. Commands that may modify the data set are disabled, because this instance is configured to report errors during writes if RDB snapshotting fails (stop-writes-on-bgsave-error option). Please check the Redis logs for details about the RDB error.\r\n"
DEBUG_RELOAD_OPTIONS = b"-ERR DEBUG RELOAD only supports the MERGE, NOFLUSH and NOSAVE options.\r\n"
DEBUG_RELOAD_FAILED = b"-ERR Error trying to load the RDB dump, check server logs.\r\n"
CHILD_ACTIVE = b"-ERR Another child process is active (AOF?): can't BGSAVE right now. Use BGSAVE SCHEDULE in order to schedule a BGSAVE whenever possible.\r\n"
REWRITE_IN_PROGRESS = b"-ERR Background append only file rewriting already in progress\r\n"
REWRITE_FAILED = b"-ERR Can't execute an AOF background rewriting. Please check the server logs for more information.\r\n"
INVALID_MASTER_PORT = b"-ERR Invalid master port\r\n"
NO_FAILOVER = b"-ERR No failover in progress.\r\n"
FAILOVER_WITHOUT_REPLICAS = b"-ERR FAILOVER requires connected replicas.\r\n"
FAILOVER_TIMEOUT = b"-ERR FAILOVER timeout must be greater than 0\r\n"
REPLCONF_SWITCH = b"-ERR value is out of range, value must between 0 and 1\r\n"
REPLCONF_PARTS = b"-ERR Missing rdb-filter-only values\r\n"
CLUSTER_DISABLED = b"-ERR This instance has cluster support disabled\r\n"
STREAM_ID_INVALID = b"-ERR Invalid stream ID specified as stream command argument\r\n"
STREAM_START_INVALID = b"-ERR invalid start ID for the interval\r\n"
STREAM_COUNT_NOT_POSITIVE = b"-ERR COUNT must be > 0\r\n"
STREAM_LIMIT_NEGATIVE = b"-ERR The LIMIT argument must be >= 0.\r\n"
MAXLEN_NEGATIVE = b"-ERR The MAXLEN argument must be >= 0.\r\n"
LIMIT_WITHOUT_STRATEGY = (
    b"-ERR syntax error, LIMIT cannot be used without specifying a trimming strategy\r\n"
)
LIMIT_WITHOUT_TILDE = b"-ERR syntax error, LIMIT cannot be used without the special ~ option\r\n"
XADD_MAXLEN_MINID = (
    b"-ERR syntax error, MAXLEN and MINID options at the same time are not compatible\r\n"
)
XADD_ZERO_ID = b"-ERR The ID specified in XADD must be greater than 0-0\r\n"
XADD_ID_NOT_GREATER = (
    b"-ERR The ID specified in XADD is equal or smaller than the target stream top item\r\n"
)
UNBALANCED_STREAMS = b"-ERR Unbalanced XREAD list of streams: for each stream key an ID or '$' must be specified.\r\n"
XREADGROUP_WITHOUT_GROUP = b"-ERR Missing GROUP option for XREADGROUP\r\n"
XREADGROUP_DOLLAR = b"-ERR The $ ID is meaningless in the context of XREADGROUP: you want to read the history of this consumer by specifying a proper ID, or use the > ID to get new messages. The $ ID would just return an empty result set.\r\n"
XREADGROUP_PLUS = b"-ERR The + ID is meaningless in the context of XREADGROUP: you want to read the history of this consumer by specifying a proper ID, or use the > ID to get new messages. The + ID would just return an empty result set.\r\n"
XAUTOCLAIM_MIN_IDLE = b"-ERR Invalid min-idle-time argument for XAUTOCLAIM\r\n"
XAUTOCLAIM_MEMORY = (
    b"-ERR Insufficient memory, failed allocating transient memory, COUNT too high.\r\n"
)
XADD_EXHAUSTED = b"-ERR The stream has exhausted the last possible ID, unable to add more items\r\n"
STREAM_TOO_LARGE = b"-ERR Elements are too large to be stored\r\n"
XTRIM_WITHOUT_STRATEGY = b"-ERR syntax error, XTRIM must be called with a trimming strategy\r\n"
STREAM_END_INVALID = b"-ERR invalid end ID for the interval\r\n"
XREAD_NOACK = (
    b"-ERR The NOACK option is only supported by XREADGROUP. You called XREAD instead.\r\n"
)
XREAD_GROUP = (
    b"-ERR The GROUP option is only supported by XREADGROUP. You called XREAD instead.\r\n"
)
XREAD_GREATER = b"-ERR The > ID can be specified only when calling XREADGROUP using the GROUP <group> <consumer> option.\r\n"
XGROUP_NO_KEY = b"-ERR The XGROUP subcommand requires the key to exist. Note that for CREATE you may want to use the MKSTREAM option to create an empty stream automatically.\r\n"
BUSYGROUP = b"-BUSYGROUP Consumer Group name already exists\r\n"
ENTRIES_READ_RANGE = b"-ERR value for ENTRIESREAD must be positive or -1\r\n"
ENTRIES_ADDED_NEGATIVE = b"-ERR entries_added must be positive\r\n"
XSETID_BELOW_GIVEN_DELETED = (
    b"-ERR The ID specified in XSETID is smaller than the provided max_deleted_entry_id\r\n"
)
XSETID_BELOW_KNOWN_DELETED = (
    b"-ERR The ID specified in XSETID is smaller than current max_deleted_entry_id\r\n"
)
XSETID_BELOW_TOP = b"-ERR The ID specified in XSETID is smaller than the target stream top item\r\n"
XSETID_FEWER_THAN_LENGTH = (
    b"-ERR The entries_added specified in XSETID is smaller than the target stream length\r\n"
)
XCLAIM_MIN_IDLE = b"-ERR Invalid min-idle-time argument for XCLAIM\r\n"
XCLAIM_IDLE = b"-ERR Invalid IDLE option argument for XCLAIM\r\n"
XCLAIM_TIME = b"-ERR Invalid TIME option argument for XCLAIM\r\n"
XCLAIM_RETRYCOUNT = b"-ERR Invalid RETRYCOUNT option argument for XCLAIM\r\n"
NUMIDS_NOT_POSITIVE = b"-ERR Number of IDs must be a positive integer\r\n"
NUMIDS_MISMATCH = b"-ERR The `numids` parameter must match the number of arguments\r\n"
HLL_INVALID = b"-WRONGTYPE Key is not a valid HyperLogLog string value.\r\n"
HLL_CORRUPTED = b"-INVALIDOBJ Corrupted HLL object detected\r\n"
HLL_NO_SUCH_KEY = b"-ERR The specified key does not exist\r\n"
HLL_NOT_SPARSE = b"-ERR HLL encoding is not sparse\r\n"
HLL_SIMD = b"-ERR Argument must be ON or OFF\r\n"
GEO_RADIUS = b"-ERR need numeric radius\r\n"
GEO_RADIUS_NEGATIVE = b"-ERR radius cannot be negative\r\n"
GEO_WIDTH = b"-ERR need numeric width\r\n"
GEO_HEIGHT = b"-ERR need numeric height\r\n"
GEO_BOX_NEGATIVE = b"-ERR height or width cannot be negative\r\n"
GEO_UNIT = b"-ERR unsupported unit provided. please use M, KM, FT, MI\r\n"
GEO_ANY_WITHOUT_COUNT = b"-ERR the ANY argument requires COUNT argument\r\n"
GEO_NO_SUCH_MEMBER = b"-ERR could not decode requested zset member\r\n"
GEORADIUS_STORE_WITH = b"-ERR STORE option in GEORADIUS is not compatible with WITHDIST, WITHHASH and WITHCOORD options\r\n"
GEOSEARCHSTORE_WITH = (
    b"-ERR GEOSEARCHSTORE is not compatible with WITHDIST, WITHHASH and WITHCOORD options\r\n"
)
VECTOR_INVALID = b"-ERR invalid vector specification\r\n"
VECTOR_OPTION = b"-ERR invalid option after element\r\n"
VECTOR_EF = b"-ERR invalid EF\r\n"
VECTOR_M = b"-ERR invalid M\r\n"
VECTOR_QUANTIZATION = b"-ERR asked quantization mismatch with existing vector set\r\n"
VECTOR_LINKS = b"-ERR asked M value mismatch with existing vector set\r\n"
VECTOR_NO_PROJECTION = b"-ERR cannot add projection to existing set without projection\r\n"
VECTOR_NO_KEY = b"-ERR key does not exist\r\n"
VECTOR_NO_ELEMENT = b"-ERR element not found in set\r\n"
VEMB_OPTION = b"-ERR invalid option\r\n"
VRANDMEMBER_COUNT = b"-ERR COUNT value is not an integer\r\n"
VSIM_SYNTAX = b"-ERR syntax error in VSIM command\r\n"
VSIM_COUNT = b"-ERR invalid COUNT\r\n"
VSIM_EPSILON = b"-ERR invalid EPSILON\r\n"
VSIM_FILTER_EF = b"-ERR invalid FILTER-EF\r\n"
COPY_MODULE_VALUE = b"-ERR not supported for this module key\r\n"
SCRIPT_SHEBANG = b"-ERR Invalid script shebang\r\n"
NO_SCRIPT = b"-NOSCRIPT No matching script. Please use EVAL.\r\n"
SCRIPT_KILLED = b"-ERR Script killed by user with SCRIPT KILL...\r\n"
NOT_BUSY = b"-NOTBUSY No scripts in execution right now.\r\n"
UNKILLABLE = b"-UNKILLABLE Sorry the script already executed write commands against the dataset. You can either wait the script termination or kill the server in a hard way using the SHUTDOWN NOSAVE command.\r\n"
BUSY_SCRIPT = (
    b"-BUSY Redis is busy running a script. You can only call SCRIPT KILL or SHUTDOWN NOSAVE.\r\n"
)
BUSY_FUNCTION = (
    b"-BUSY Redis is busy running a script. You can only call FUNCTION KILL or SHUTDOWN NOSAVE.\r\n"
)
SCRIPT_IS_READ_ONLY = b"-ERR Write commands are not allowed from read-only scripts.\r\n"
FUNCTION_UNKNOWN = b"-ERR Function not found\r\n"
FUNCTION_NUMKEYS = b"-ERR Bad number of keys provided\r\n"
LIBRARY_UNKNOWN = b"-ERR Library not found\r\n"
LIBRARY_EMPTY = b"-ERR No functions registered\r\n"
LIBRARY_LACKS_METADATA = b"-ERR Missing library metadata\r\n"
LIBRARY_METADATA_INVALID = b"-ERR Invalid library metadata\r\n"
LIBRARY_NAME_TWICE = b"-ERR Invalid metadata value, name argument was given multiple times\r\n"
LIBRARY_LACKS_NAME = b"-ERR Library name was not given\r\n"
LIBRARY_NAME_INVALID = b"-ERR Library names can only contain letters, numbers, or underscores(_) and must be at least one character long\r\n"
LIBRARY_PAYLOAD_EARLY = b"-ERR Pre-GA function format not supported\r\n"
LIBRARY_PAYLOAD_OTHER = b"-ERR given type is not a function\r\n"
LIBRARY_PAYLOAD_BROKEN = b"-ERR Failed loading library payload\r\n"
FUNCTION_RESTORE_POLICY = (
    b"-ERR Wrong restore policy given, value should be either FLUSH, APPEND or REPLACE.\r\n"
)
FUNCTION_FLUSH_MODE = b"-ERR FUNCTION FLUSH only supports SYNC|ASYNC option\r\n"
FUNCTION_LIST_NAME = b"-ERR library name argument was not given\r\n"
SCRIPT_WRITES = b"-ERR Can not execute a script with write flag using *_ro command.\r\n"
BUSY_IN_EXEC = b"-EXECABORT Transaction discarded because of: BUSY Redis is busy running a script. You can only call SCRIPT KILL or SHUTDOWN NOSAVE.\r\n"
SCRIPT_FLUSH_MODE = b"-ERR SCRIPT FLUSH only support SYNC|ASYNC option\r\n"
SCRIPT_DEBUG_MODE = b"-ERR Use SCRIPT DEBUG YES/SYNC/NO\r\n"
NUMKEYS_NEGATIVE = b"-ERR Number of keys can't be negative\r\n"
NUMKEYS_TOO_MANY = b"-ERR Number of keys can't be greater than number of args\r\n"
MODULE_LOAD = b"-ERR Error loading the extension. Please check the server logs.\r\n"
MODULE_STAYS = b"-ERR Error unloading module: the module can't be unloaded\r\n"
MODULE_UNLOAD = b"-ERR Error unloading module: no such module with that name\r\n"
INVALID_ARGUMENTS = b"-ERR Invalid arguments specified for command\r\n"
PACKED_THRESHOLD = b"-ERR argument must be a memory value bigger than 1 and smaller than 4gb\r\n"
CLIENT_EVICTION_DISABLED = b"-ERR maxmemory-clients is disabled.\r\n"
NO_INTERNAL_SECRET = b"-ERR Internal secret is missing\r\n"
DEBUG_ONLY_RESP3 = b"-ERR RESP2 is not supported by this command\r\n"
DEBUG_ONLY_CLUSTER = b"-ERR Debug option only available for cluster mode enabled setup!\r\n"
DEBUG_PROTOCOL = b"-ERR Wrong protocol type name. Please use one of the following: string|integer|double|bignum|null|array|set|map|attrib|push|verbatim|true|false\r\n"
CACHING_YES_WITHOUT_OPTIN = (
    b"-ERR CLIENT CACHING YES is only valid when tracking is enabled in OPTIN mode.\r\n"
)
CACHING_NO_WITHOUT_OPTOUT = (
    b"-ERR CLIENT CACHING NO is only valid when tracking is enabled in OPTOUT mode.\r\n"
)
TRACKING_REDIRECT_UNKNOWN = b"-ERR The client ID you want redirect to does not exist\r\n"
TRACKING_REDIRECT_TWICE = b"-ERR A client can only redirect to a single other client\r\n"
TRACKING_PREFIX_WITHOUT_BCAST = b"-ERR PREFIX option requires BCAST mode to be enabled\r\n"
TRACKING_SWITCHES_BCAST = b"-ERR You can't switch BCAST mode on/off before disabling tracking for this client, and then re-enabling it with a different mode.\r\n"
TRACKING_SWITCHES_OPTIN = b"-ERR You can't switch OPTIN/OPTOUT mode before disabling tracking for this client, and then re-enabling it with a different mode.\r\n"
TRACKING_BCAST_WITH_OPTIONS = b"-ERR OPTIN and OPTOUT are not compatible with BCAST\r\n"
TRACKING_OPTIN_WITH_OPTOUT = b"-ERR You can't specify both OPTIN mode and OPTOUT mode\r\n"
MONITOR_NESTED = b"-ERR MONITOR isn't allowed for DENY BLOCKING client\r\n"
REPLICA_WITHOUT_KEYSPACE = b"-ERR Replica can't interact with the keyspace\r\n"
SSUBSCRIBE_NESTED = b"-ERR SSUBSCRIBE isn't allowed for a DENY BLOCKING client\r\n"


def wrong_arity(command: bytes) -> bytes:
    """ERR wrong number of arguments for '{command}' command"""
    return printed(b"ERR wrong number of arguments for '", command, b"' command")


def invalid_expire(command: bytes) -> bytes:
    """ERR invalid expire time in '{command}' command"""
    return printed(b"ERR invalid expire time in '", command, b"' command")


def unknown_command(name: bytes, args: bytes) -> bytes:
    """ERR unknown command '{name}', with args beginning with: {args}"""
    return printed(b"ERR unknown command '", name, b"', with args beginning with: ", args)


def unknown_subcommand(name: bytes, container: bytes) -> bytes:
    """ERR unknown subcommand '{name}'. Try {container} HELP."""
    return printed(b"ERR unknown subcommand '", name, b"'. Try ", container, b" HELP.")


def unsupported_option(word: bytes) -> bytes:
    """ERR Unsupported option {word}"""
    return printed(b"ERR Unsupported option ", word)


def unknown_type_name(word: bytes) -> bytes:
    """ERR unknown type name '{word}'"""
    return printed(b"ERR unknown type name '", word, b"'")


def migrate_target(reason: bytes) -> bytes:
    """ERR Target instance replied with error: {reason}"""
    return printed(b"ERR Target instance replied with error: ", reason)


def at_least_one_key(command: bytes) -> bytes:
    """ERR at least 1 input key is needed for '{command}' command"""
    return printed(b"ERR at least 1 input key is needed for '", command, b"' command")


def only_subscriber_commands(name: bytes) -> bytes:
    """ERR Can't execute '{name}': only (P|S)SUBSCRIBE / (P|S)UNSUBSCRIBE / PING / QUIT / RESET are allowed in this context"""
    return printed(
        b"ERR Can't execute '",
        name,
        b"': only (P|S)SUBSCRIBE / (P|S)UNSUBSCRIBE / PING / QUIT / RESET are allowed in this context",
    )


def protected_command(name: bytes, option: bytes) -> bytes:
    """ERR {name} command not allowed. If the {option} option is set to "local", you can run it from a local connection, otherwise you need to set this option in the configuration file, and then restart the server."""
    return printed(
        b"ERR ",
        name,
        b" command not allowed. If the ",
        option,
        b' option is set to "local", you can run it from a local connection, otherwise you need to set this option in the configuration file, and then restart the server.',
    )


def internal(reason: bytes) -> bytes:
    """ERR internal error: {reason}"""
    return printed(b"ERR internal error: ", reason)


def exec_refused(reason: bytes) -> bytes:
    """EXECABORT Transaction discarded because of: {reason}"""
    return printed(b"EXECABORT Transaction discarded because of: ", reason)


def hello_option(word: bytes) -> bytes:
    """ERR Syntax error in HELLO option '{word}'"""
    return printed(b"ERR Syntax error in HELLO option '", word, b"'")


def client_info_invalid(attribute: bytes) -> bytes:
    """ERR {attribute} cannot contain spaces, newlines or special characters."""
    return printed(b"ERR ", attribute, b" cannot contain spaces, newlines or special characters.")


def client_info_unknown(word: bytes) -> bytes:
    """ERR Unrecognized option '{word}'"""
    return printed(b"ERR Unrecognized option '", word, b"'")


def client_type_unknown(word: bytes) -> bytes:
    """ERR Unknown client type '{word}'"""
    return printed(b"ERR Unknown client type '", word, b"'")


def client_user_unknown(word: bytes) -> bytes:
    """ERR No such user '{word}'"""
    return printed(b"ERR No such user '", word, b"'")


def noperm_command(user: bytes, name: bytes) -> bytes:
    """NOPERM User {user} has no permissions to run the '{name}' command"""
    return printed(b"NOPERM User ", user, b" has no permissions to run the '", name, b"' command")


def noperm_in_exec(reason: bytes) -> bytes:
    """NOPERM ACLs rules changed between the moment the transaction was accumulated and the EXEC call. This command is no longer allowed for the following reason: {reason}"""
    return printed(
        b"NOPERM ACLs rules changed between the moment the transaction was accumulated and the EXEC call. This command is no longer allowed for the following reason: ",
        reason,
    )


def acl_rule(rule: bytes, reason: bytes) -> bytes:
    """ERR Error in ACL SETUSER modifier '{rule}': {reason}"""
    return printed(b"ERR Error in ACL SETUSER modifier '", rule, b"': ", reason)


def acl_unclosed_selector(rule: bytes) -> bytes:
    """ERR Unmatched parenthesis in acl selector starting at '{rule}'."""
    return printed(b"ERR Unmatched parenthesis in acl selector starting at '", rule, b"'.")


def acl_unknown_user(user: bytes) -> bytes:
    """ERR User '{user}' not found"""
    return printed(b"ERR User '", user, b"' not found")


def acl_unknown_command(name: bytes) -> bytes:
    """ERR Command '{name}' not found"""
    return printed(b"ERR Command '", name, b"' not found")


def acl_call_arity(name: bytes) -> bytes:
    """ERR wrong number of arguments for '{name}' command"""
    return printed(b"ERR wrong number of arguments for '", name, b"' command")


def acl_unknown_category(category: bytes) -> bytes:
    """ERR Unknown category '{category}'"""
    return printed(b"ERR Unknown category '", category, b"'")


def acl_file_errors(reasons: bytes) -> bytes:
    """ERR {reasons}"""
    return printed(b"ERR ", reasons)


def acl_too_many_words(subcommand: bytes) -> bytes:
    """ERR unknown subcommand or wrong number of arguments for '{subcommand}'. Try ACL HELP."""
    return printed(
        b"ERR unknown subcommand or wrong number of arguments for '",
        subcommand,
        b"'. Try ACL HELP.",
    )


def unknown_config(name: bytes) -> bytes:
    """ERR Unknown option or number of arguments for CONFIG SET - '{name}'"""
    return printed(b"ERR Unknown option or number of arguments for CONFIG SET - '", name, b"'")


def config_set_failed(name: bytes, reason: bytes) -> bytes:
    """ERR CONFIG SET failed (possibly related to argument '{name}') - {reason}"""
    return printed(b"ERR CONFIG SET failed (possibly related to argument '", name, b"') - ", reason)


def config_rewrite_failed(reason: bytes) -> bytes:
    """ERR Rewriting config file: {reason}"""
    return printed(b"ERR Rewriting config file: ", reason)


def debug_rewrite_failed(reason: bytes) -> bytes:
    """ERR CONFIG-REWRITE-FORCE-ALL failed: {reason}"""
    return printed(b"ERR CONFIG-REWRITE-FORCE-ALL failed: ", reason)


def debug_unknown(word: bytes) -> bytes:
    """ERR unknown subcommand or wrong number of arguments for '{word}'. Try DEBUG HELP."""
    return printed(
        b"ERR unknown subcommand or wrong number of arguments for '", word, b"'. Try DEBUG HELP."
    )


def unknown_argument(word: bytes) -> bytes:
    """ERR unknown argument: {word}"""
    return printed(b"ERR unknown argument: ", word)


def client_unblock_arity(subcommand: bytes) -> bytes:
    """ERR unknown subcommand or wrong number of arguments for '{subcommand}'. Try CLIENT HELP."""
    return printed(
        b"ERR unknown subcommand or wrong number of arguments for '",
        subcommand,
        b"'. Try CLIENT HELP.",
    )


def client_pause_arity(subcommand: bytes) -> bytes:
    """ERR unknown subcommand or wrong number of arguments for '{subcommand}'. Try CLIENT HELP."""
    return printed(
        b"ERR unknown subcommand or wrong number of arguments for '",
        subcommand,
        b"'. Try CLIENT HELP.",
    )


def slowlog_get_arity(subcommand: bytes) -> bytes:
    """ERR unknown subcommand or wrong number of arguments for '{subcommand}'. Try SLOWLOG HELP."""
    return printed(
        b"ERR unknown subcommand or wrong number of arguments for '",
        subcommand,
        b"'. Try SLOWLOG HELP.",
    )


def no_latency_samples(word: bytes) -> bytes:
    """ERR No samples available for event '{word}'"""
    return printed(b"ERR No samples available for event '", word, b"'")


def replconf_unknown(word: bytes) -> bytes:
    """ERR Unrecognized REPLCONF option: {word}"""
    return printed(b"ERR Unrecognized REPLCONF option: ", word)


def replconf_address(length: bytes) -> bytes:
    """ERR REPLCONF ip-address provided by replica instance is too long: {length} bytes"""
    return printed(
        b"ERR REPLCONF ip-address provided by replica instance is too long: ", length, b" bytes"
    )


def replconf_part(part: bytes) -> bytes:
    """ERR Unsupported rdb-filter-only option: {part}"""
    return printed(b"ERR Unsupported rdb-filter-only option: ", part)


def replconf_client(client: bytes) -> bytes:
    """ERR Unrecognized RDB client id: {client}"""
    return printed(b"ERR Unrecognized RDB client id: ", client)


def unbalanced_streams_of_group(command: bytes) -> bytes:
    """ERR Unbalanced '{command}' list of streams: for each stream key an ID or '>' must be specified."""
    return printed(
        b"ERR Unbalanced '",
        command,
        b"' list of streams: for each stream key an ID or '>' must be specified.",
    )


def nogroup(key: bytes, group: bytes) -> bytes:
    """NOGROUP No such key '{key}' or consumer group '{group}'"""
    return printed(b"NOGROUP No such key '", key, b"' or consumer group '", group, b"'")


def nogroup_xreadgroup(key: bytes, group: bytes) -> bytes:
    """NOGROUP No such key '{key}' or consumer group '{group}' in XREADGROUP with GROUP option"""
    return printed(
        b"NOGROUP No such key '",
        key,
        b"' or consumer group '",
        group,
        b"' in XREADGROUP with GROUP option",
    )


def unbalanced_streams_of_read(command: bytes) -> bytes:
    """ERR Unbalanced '{command}' list of streams: for each stream key an ID, '+', or '$' must be specified."""
    return printed(
        b"ERR Unbalanced '",
        command,
        b"' list of streams: for each stream key an ID, '+', or '$' must be specified.",
    )


def nogroup_of_key(group: bytes, key: bytes) -> bytes:
    """NOGROUP No such consumer group '{group}' for key name '{key}'"""
    return printed(b"NOGROUP No such consumer group '", group, b"' for key name '", key, b"'")


def xgroup_arity(subcommand: bytes) -> bytes:
    """ERR unknown subcommand or wrong number of arguments for '{subcommand}'. Try XGROUP HELP."""
    return printed(
        b"ERR unknown subcommand or wrong number of arguments for '",
        subcommand,
        b"'. Try XGROUP HELP.",
    )


def xinfo_arity(subcommand: bytes) -> bytes:
    """ERR unknown subcommand or wrong number of arguments for '{subcommand}'. Try XINFO HELP."""
    return printed(
        b"ERR unknown subcommand or wrong number of arguments for '",
        subcommand,
        b"'. Try XINFO HELP.",
    )


def xclaim_option(word: bytes) -> bytes:
    """ERR Unrecognized XCLAIM option '{word}'"""
    return printed(b"ERR Unrecognized XCLAIM option '", word, b"'")


def hll_subcommand(word: bytes) -> bytes:
    """ERR Unknown PFDEBUG subcommand '{word}'"""
    return printed(b"ERR Unknown PFDEBUG subcommand '", word, b"'")


def geo_pair(longitude: bytes, latitude: bytes) -> bytes:
    """ERR invalid longitude,latitude pair {longitude},{latitude}"""
    return printed(b"ERR invalid longitude,latitude pair ", longitude, b",", latitude)


def geosearch_from(typed: bytes) -> bytes:
    """ERR exactly one of FROMMEMBER or FROMLONLAT can be specified for {typed}"""
    return printed(b"ERR exactly one of FROMMEMBER or FROMLONLAT can be specified for ", typed)


def geosearch_by(typed: bytes) -> bytes:
    """ERR exactly one of BYRADIUS and BYBOX can be specified for {typed}"""
    return printed(b"ERR exactly one of BYRADIUS and BYBOX can be specified for ", typed)


def vector_dimension(given: bytes, dimension: bytes) -> bytes:
    """ERR Vector dimension mismatch - got {given} but set has {dimension}"""
    return printed(b"ERR Vector dimension mismatch - got ", given, b" but set has ", dimension)


def vector_input_dimension(given: bytes, dimension: bytes) -> bytes:
    """ERR Input dimension mismatch for projection - got {given} but projection expects {dimension}"""
    return printed(
        b"ERR Input dimension mismatch for projection - got ",
        given,
        b" but projection expects ",
        dimension,
    )


def filter_syntax(near: bytes) -> bytes:
    """ERR syntax error in FILTER expression near: {near}"""
    return printed(b"ERR syntax error in FILTER expression near: ", near)


def script_failed(problem: bytes) -> bytes:
    """{problem}"""
    return printed(problem)


def script_engine(engine: bytes) -> bytes:
    """ERR Unexpected engine in script shebang: {engine}"""
    return printed(b"ERR Unexpected engine in script shebang: ", engine)


def script_option(option: bytes) -> bytes:
    """ERR Unknown lua shebang option: {option}"""
    return printed(b"ERR Unknown lua shebang option: ", option)


def script_flag(flag: bytes) -> bytes:
    """ERR Unexpected flag in script shebang: {flag}"""
    return printed(b"ERR Unexpected flag in script shebang: ", flag)


def script_compile(problem: bytes) -> bytes:
    """ERR Error compiling script (new function): {problem}"""
    return printed(b"ERR Error compiling script (new function): ", problem)


def library_exists(library: bytes) -> bytes:
    """ERR Library '{library}' already exists"""
    return printed(b"ERR Library '", library, b"' already exists")


def library_collides(library: bytes) -> bytes:
    """ERR Library {library} already exists"""
    return printed(b"ERR Library ", library, b" already exists")


def function_exists(function: bytes) -> bytes:
    """ERR Function {function} already exists"""
    return printed(b"ERR Function ", function, b" already exists")


def library_metadata_unknown(option: bytes) -> bytes:
    """ERR Invalid metadata value given: {option}"""
    return printed(b"ERR Invalid metadata value given: ", option)


def library_engine(engine: bytes) -> bytes:
    """ERR Engine '{engine}' not found"""
    return printed(b"ERR Engine '", engine, b"' not found")


def library_compile(problem: bytes) -> bytes:
    """ERR Error compiling function: {problem}"""
    return printed(b"ERR Error compiling function: ", problem)


def library_fails(problem: bytes) -> bytes:
    """ERR Error registering functions: {problem}"""
    return printed(b"ERR Error registering functions: ", problem)


def library_option(word: bytes) -> bytes:
    """ERR Unknown option given: {word}"""
    return printed(b"ERR Unknown option given: ", word)


def function_arguments(subcommand: bytes) -> bytes:
    """ERR unknown subcommand or wrong number of arguments for '{subcommand}'. Try FUNCTION HELP."""
    return printed(
        b"ERR unknown subcommand or wrong number of arguments for '",
        subcommand,
        b"'. Try FUNCTION HELP.",
    )


def function_list_argument(word: bytes) -> bytes:
    """ERR Unknown argument {word}"""
    return printed(b"ERR Unknown argument ", word)


def pubsub_arity(subcommand: bytes) -> bytes:
    """ERR unknown subcommand or wrong number of arguments for '{subcommand}'. Try PUBSUB HELP."""
    return printed(
        b"ERR unknown subcommand or wrong number of arguments for '",
        subcommand,
        b"'. Try PUBSUB HELP.",
    )


def tracking_prefix_exists(prefix: bytes, other: bytes) -> bytes:
    """ERR Prefix '{prefix}' overlaps with an existing prefix '{other}'. Prefixes for a single client must not overlap."""
    return printed(
        b"ERR Prefix '",
        prefix,
        b"' overlaps with an existing prefix '",
        other,
        b"'. Prefixes for a single client must not overlap.",
    )


def tracking_prefix_twice(prefix: bytes, other: bytes) -> bytes:
    """ERR Prefix '{prefix}' overlaps with another provided prefix '{other}'. Prefixes for a single client must not overlap."""
    return printed(
        b"ERR Prefix '",
        prefix,
        b"' overlaps with another provided prefix '",
        other,
        b"'. Prefixes for a single client must not overlap.",
    )
