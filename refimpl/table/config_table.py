"""Configuration parameters. Generated from spec/behaviour/config.yaml; do not edit."""

# ruff: noqa: E501
# fmt: off

from functools import lru_cache


class Parameter:
    """What CONFIG SET checks about a parameter."""

    __slots__ = ("at_start", "attribute", "high", "kind", "low", "name", "protected", "words")

    def __init__(
        self,
        name: str,
        attribute: str,
        kind: str,
        low: int | None,
        high: int | None,
        words: tuple[str, ...],
        at_start: bool,
        protected: bool,
    ) -> None:
        self.name = name
        self.attribute = attribute
        self.kind = kind
        self.low = low
        self.high = high
        self.words = words
        self.at_start = at_start
        self.protected = protected


class Settings:
    """Every parameter at its default; an instance has what was set."""

    acl_pubsub_default: str = "resetchannels"
    aclfile: bytes = b""
    acllog_max_len: int = 128
    active_defrag_cycle_max: int = 25
    active_defrag_cycle_min: int = 1
    active_defrag_ignore_bytes: int = 104857600
    active_defrag_max_scan_fields: int = 1000
    active_defrag_threshold_lower: int = 10
    active_defrag_threshold_upper: int = 100
    active_expire_effort: int = 1
    activedefrag: bool = False
    activerehashing: bool = True
    always_show_logo: bool = False
    aof_load_truncated: bool = True
    aof_rewrite_cpulist: bytes = b""
    aof_rewrite_incremental_fsync: bool = True
    aof_timestamp_enabled: bool = False
    aof_use_rdb_preamble: bool = True
    appenddirname: bytes = b"appendonlydir"
    appendfilename: bytes = b"appendonly.aof"
    appendfsync: str = "everysec"
    appendonly: bool = False
    auto_aof_rewrite_min_size: int = 67108864
    auto_aof_rewrite_percentage: int = 100
    bgsave_cpulist: bytes = b""
    bind: bytes = b"127.0.0.1 -::1"
    bind_source_addr: bytes = b""
    bio_cpulist: bytes = b""
    busy_reply_threshold: int = 5000
    client_output_buffer_limit: bytes = b"normal 0 0 0 slave 268435456 67108864 60 pubsub 33554432 8388608 60"
    client_query_buffer_limit: int = 1073741824
    cluster_allow_pubsubshard_when_down: bool = True
    cluster_allow_reads_when_down: bool = False
    cluster_allow_replica_migration: bool = True
    cluster_announce_bus_port: int = 0
    cluster_announce_hostname: bytes = b""
    cluster_announce_human_nodename: bytes = b""
    cluster_announce_ip: bytes = b""
    cluster_announce_port: int = 0
    cluster_announce_tls_port: int = 0
    cluster_compatibility_sample_ratio: int = 0
    cluster_config_file: bytes = b"nodes.conf"
    cluster_enabled: bool = False
    cluster_link_sendbuf_limit: int = 0
    cluster_migration_barrier: int = 1
    cluster_node_timeout: int = 15000
    cluster_port: int = 0
    cluster_preferred_endpoint_type: str = "ip"
    cluster_replica_no_failover: bool = False
    cluster_replica_validity_factor: int = 10
    cluster_require_full_coverage: bool = True
    cluster_slot_stats_enabled: bool = False
    crash_log_enabled: bool = True
    crash_memcheck_enabled: bool = True
    daemonize: bool = False
    databases: int = 16
    dbfilename: bytes = b"dump.rdb"
    dir: bytes = b"./"
    disable_thp: bool = True
    dynamic_hz: bool = True
    enable_debug_command: str = "no"
    enable_module_command: str = "no"
    enable_protected_configs: str = "no"
    hash_max_listpack_entries: int = 512
    hash_max_listpack_value: int = 64
    hide_user_data_from_log: bool = False
    hll_sparse_max_bytes: int = 3000
    hz: int = 10
    ignore_warnings: bytes = b""
    io_threads: int = 1
    jemalloc_bg_thread: bool = True
    latency_monitor_threshold: int = 0
    latency_tracking: bool = True
    latency_tracking_info_percentiles: bytes = b"50 99 99.9"
    lazyfree_lazy_eviction: bool = False
    lazyfree_lazy_expire: bool = False
    lazyfree_lazy_server_del: bool = False
    lazyfree_lazy_user_del: bool = False
    lazyfree_lazy_user_flush: bool = False
    lfu_decay_time: int = 1
    lfu_log_factor: int = 10
    list_compress_depth: int = 0
    list_max_listpack_size: int = -2
    locale_collate: bytes = b""
    logfile: bytes = b""
    loglevel: str = "notice"
    masterauth: bytes = b""
    masteruser: bytes = b""
    max_new_connections_per_cycle: int = 10
    max_new_tls_connections_per_cycle: int = 1
    maxclients: int = 10000
    maxmemory: int = 0
    maxmemory_clients: int = 0
    maxmemory_eviction_tenacity: int = 10
    maxmemory_policy: str = "noeviction"
    maxmemory_samples: int = 5
    min_replicas_max_lag: int = 10
    min_replicas_to_write: int = 0
    no_appendfsync_on_rewrite: bool = False
    notify_keyspace_events: bytes = b""
    oom_score_adj: str = "no"
    oom_score_adj_values: bytes = b"0 200 800"
    pidfile: bytes = b""
    port: int = 6379
    proc_title_template: bytes = b"{title} {listen-addr} {server-mode}"
    propagation_error_behavior: str = "ignore"
    protected_mode: bool = True
    proto_max_bulk_len: int = 536870912
    rdb_del_sync_files: bool = False
    rdb_save_incremental_fsync: bool = True
    rdbchecksum: bool = True
    rdbcompression: bool = True
    repl_backlog_size: int = 1048576
    repl_backlog_ttl: int = 3600
    repl_disable_tcp_nodelay: bool = False
    repl_diskless_load: str = "disabled"
    repl_diskless_sync: bool = True
    repl_diskless_sync_delay: int = 5
    repl_diskless_sync_max_replicas: int = 0
    repl_ping_replica_period: int = 10
    repl_timeout: int = 60
    replica_announce_ip: bytes = b""
    replica_announce_port: int = 0
    replica_announced: bool = True
    replica_full_sync_buffer_limit: int = 0
    replica_ignore_disk_write_errors: bool = False
    replica_ignore_maxmemory: bool = True
    replica_lazy_flush: bool = False
    replica_priority: int = 100
    replica_read_only: bool = True
    replica_serve_stale_data: bool = True
    replicaof: bytes = b""
    requirepass: bytes = b""
    sanitize_dump_payload: str = "no"
    save: bytes = b"3600 1 300 100 60 10000"
    server_cpulist: bytes = b""
    set_max_intset_entries: int = 512
    set_max_listpack_entries: int = 128
    set_max_listpack_value: int = 64
    set_proc_title: bool = True
    shutdown_on_sigint: str = "default"
    shutdown_on_sigterm: str = "default"
    shutdown_timeout: int = 10
    slowlog_log_slower_than: int = 10000
    slowlog_max_len: int = 128
    socket_mark_id: int = 0
    stop_writes_on_bgsave_error: bool = True
    stream_node_max_bytes: int = 4096
    stream_node_max_entries: int = 100
    supervised: str = "no"
    syslog_enabled: bool = False
    syslog_facility: str = "local0"
    syslog_ident: bytes = b"redis"
    tcp_backlog: int = 511
    tcp_keepalive: int = 300
    timeout: int = 0
    tracking_table_max_keys: int = 1000000
    unixsocket: bytes = b""
    unixsocketperm: int = 0
    vset_force_single_threaded_execution: bool = False
    zset_max_listpack_entries: int = 128
    zset_max_listpack_value: int = 64


_Row = tuple[str, str, int | None, int | None, tuple[str, ...], bool, bool]

# Plain constants load faster than objects; few parameters are ever looked up.
_ROWS: dict[str, _Row] = {
    "acl-pubsub-default": ('acl_pubsub_default', 'enum', None, None, ('allchannels', 'resetchannels'), False, False),
    "aclfile": ('aclfile', 'string', None, None, (), True, False),
    "acllog-max-len": ('acllog_max_len', 'int', 0, None, (), False, False),
    "active-defrag-cycle-max": ('active_defrag_cycle_max', 'int', 1, 99, (), False, False),
    "active-defrag-cycle-min": ('active_defrag_cycle_min', 'int', 1, 99, (), False, False),
    "active-defrag-ignore-bytes": ('active_defrag_ignore_bytes', 'memory', 1, None, (), False, False),
    "active-defrag-max-scan-fields": ('active_defrag_max_scan_fields', 'int', 1, None, (), False, False),
    "active-defrag-threshold-lower": ('active_defrag_threshold_lower', 'int', 0, 1000, (), False, False),
    "active-defrag-threshold-upper": ('active_defrag_threshold_upper', 'int', 0, 1000, (), False, False),
    "active-expire-effort": ('active_expire_effort', 'int', 1, 10, (), False, False),
    "activedefrag": ('activedefrag', 'bool', None, None, (), False, False),
    "activerehashing": ('activerehashing', 'bool', None, None, (), False, False),
    "always-show-logo": ('always_show_logo', 'bool', None, None, (), True, False),
    "aof-load-truncated": ('aof_load_truncated', 'bool', None, None, (), False, False),
    "aof-rewrite-cpulist": ('aof_rewrite_cpulist', 'string', None, None, (), True, False),
    "aof_rewrite_cpulist": ('aof_rewrite_cpulist', 'string', None, None, (), True, False),
    "aof-rewrite-incremental-fsync": ('aof_rewrite_incremental_fsync', 'bool', None, None, (), False, False),
    "aof-timestamp-enabled": ('aof_timestamp_enabled', 'bool', None, None, (), False, False),
    "aof-use-rdb-preamble": ('aof_use_rdb_preamble', 'bool', None, None, (), False, False),
    "appenddirname": ('appenddirname', 'file-name', None, None, (), True, False),
    "appendfilename": ('appendfilename', 'file-name', None, None, (), True, False),
    "appendfsync": ('appendfsync', 'enum', None, None, ('everysec', 'always', 'no'), False, False),
    "appendonly": ('appendonly', 'bool', None, None, (), False, False),
    "auto-aof-rewrite-min-size": ('auto_aof_rewrite_min_size', 'memory', 0, 9223372036854775807, (), False, False),
    "auto-aof-rewrite-percentage": ('auto_aof_rewrite_percentage', 'int', 0, 2147483647, (), False, False),
    "bgsave-cpulist": ('bgsave_cpulist', 'string', None, None, (), True, False),
    "bgsave_cpulist": ('bgsave_cpulist', 'string', None, None, (), True, False),
    "bind": ('bind', 'bind', None, None, (), False, False),
    "bind-source-addr": ('bind_source_addr', 'string', None, None, (), False, False),
    "bio-cpulist": ('bio_cpulist', 'string', None, None, (), True, False),
    "bio_cpulist": ('bio_cpulist', 'string', None, None, (), True, False),
    "busy-reply-threshold": ('busy_reply_threshold', 'int', 0, None, (), False, False),
    "lua-time-limit": ('busy_reply_threshold', 'int', 0, None, (), False, False),
    "client-output-buffer-limit": ('client_output_buffer_limit', 'client-output-buffer-limit', None, None, (), False, False),
    "client-query-buffer-limit": ('client_query_buffer_limit', 'memory', 1048576, None, (), False, False),
    "cluster-allow-pubsubshard-when-down": ('cluster_allow_pubsubshard_when_down', 'bool', None, None, (), False, False),
    "cluster-allow-reads-when-down": ('cluster_allow_reads_when_down', 'bool', None, None, (), False, False),
    "cluster-allow-replica-migration": ('cluster_allow_replica_migration', 'bool', None, None, (), False, False),
    "cluster-announce-bus-port": ('cluster_announce_bus_port', 'int', 0, 65535, (), False, False),
    "cluster-announce-hostname": ('cluster_announce_hostname', 'hostname', None, None, (), False, False),
    "cluster-announce-human-nodename": ('cluster_announce_human_nodename', 'node-name', None, None, (), False, False),
    "cluster-announce-ip": ('cluster_announce_ip', 'string', None, None, (), False, False),
    "cluster-announce-port": ('cluster_announce_port', 'int', 0, 65535, (), False, False),
    "cluster-announce-tls-port": ('cluster_announce_tls_port', 'int', 0, 65535, (), False, False),
    "cluster-compatibility-sample-ratio": ('cluster_compatibility_sample_ratio', 'int', 0, 100, (), False, False),
    "cluster-config-file": ('cluster_config_file', 'string', None, None, (), True, False),
    "cluster-enabled": ('cluster_enabled', 'bool', None, None, (), True, False),
    "cluster-link-sendbuf-limit": ('cluster_link_sendbuf_limit', 'memory', None, None, (), False, False),
    "cluster-migration-barrier": ('cluster_migration_barrier', 'int', 0, 2147483647, (), False, False),
    "cluster-node-timeout": ('cluster_node_timeout', 'int', 0, None, (), False, False),
    "cluster-port": ('cluster_port', 'int', 0, 65535, (), True, False),
    "cluster-preferred-endpoint-type": ('cluster_preferred_endpoint_type', 'enum', None, None, ('ip', 'hostname', 'unknown-endpoint'), False, False),
    "cluster-replica-no-failover": ('cluster_replica_no_failover', 'bool', None, None, (), False, False),
    "cluster-slave-no-failover": ('cluster_replica_no_failover', 'bool', None, None, (), False, False),
    "cluster-replica-validity-factor": ('cluster_replica_validity_factor', 'int', 0, 2147483647, (), False, False),
    "cluster-slave-validity-factor": ('cluster_replica_validity_factor', 'int', 0, 2147483647, (), False, False),
    "cluster-require-full-coverage": ('cluster_require_full_coverage', 'bool', None, None, (), False, False),
    "cluster-slot-stats-enabled": ('cluster_slot_stats_enabled', 'bool', None, None, (), False, False),
    "crash-log-enabled": ('crash_log_enabled', 'bool', None, None, (), False, False),
    "crash-memcheck-enabled": ('crash_memcheck_enabled', 'bool', None, None, (), False, False),
    "daemonize": ('daemonize', 'bool', None, None, (), True, False),
    "databases": ('databases', 'int', 1, 2147483647, (), True, False),
    "dbfilename": ('dbfilename', 'file-name', None, None, (), False, True),
    "dir": ('dir', 'string', None, None, (), False, True),
    "disable-thp": ('disable_thp', 'bool', None, None, (), True, False),
    "dynamic-hz": ('dynamic_hz', 'bool', None, None, (), False, False),
    "enable-debug-command": ('enable_debug_command', 'enum', None, None, ('no', 'yes', 'local'), True, False),
    "enable-module-command": ('enable_module_command', 'enum', None, None, ('no', 'yes', 'local'), True, False),
    "enable-protected-configs": ('enable_protected_configs', 'enum', None, None, ('no', 'yes', 'local'), True, False),
    "hash-max-listpack-entries": ('hash_max_listpack_entries', 'unsigned', 0, None, (), False, False),
    "hash-max-ziplist-entries": ('hash_max_listpack_entries', 'unsigned', 0, None, (), False, False),
    "hash-max-listpack-value": ('hash_max_listpack_value', 'memory', None, None, (), False, False),
    "hash-max-ziplist-value": ('hash_max_listpack_value', 'memory', None, None, (), False, False),
    "hide-user-data-from-log": ('hide_user_data_from_log', 'bool', None, None, (), False, False),
    "hll-sparse-max-bytes": ('hll_sparse_max_bytes', 'memory', None, None, (), False, False),
    "hz": ('hz', 'int', 0, 2147483647, (), False, False),
    "ignore-warnings": ('ignore_warnings', 'string', None, None, (), False, False),
    "io-threads": ('io_threads', 'int', 1, 128, (), True, False),
    "jemalloc-bg-thread": ('jemalloc_bg_thread', 'bool', None, None, (), False, False),
    "latency-monitor-threshold": ('latency_monitor_threshold', 'int', 0, None, (), False, False),
    "latency-tracking": ('latency_tracking', 'bool', None, None, (), False, False),
    "latency-tracking-info-percentiles": ('latency_tracking_info_percentiles', 'latency-tracking-info-percentiles', None, None, (), False, False),
    "lazyfree-lazy-eviction": ('lazyfree_lazy_eviction', 'bool', None, None, (), False, False),
    "lazyfree-lazy-expire": ('lazyfree_lazy_expire', 'bool', None, None, (), False, False),
    "lazyfree-lazy-server-del": ('lazyfree_lazy_server_del', 'bool', None, None, (), False, False),
    "lazyfree-lazy-user-del": ('lazyfree_lazy_user_del', 'bool', None, None, (), False, False),
    "lazyfree-lazy-user-flush": ('lazyfree_lazy_user_flush', 'bool', None, None, (), False, False),
    "lfu-decay-time": ('lfu_decay_time', 'int', 0, 2147483647, (), False, False),
    "lfu-log-factor": ('lfu_log_factor', 'int', 0, 2147483647, (), False, False),
    "list-compress-depth": ('list_compress_depth', 'int', 0, 2147483647, (), False, False),
    "list-max-listpack-size": ('list_max_listpack_size', 'int', -2147483648, 2147483647, (), False, False),
    "list-max-ziplist-size": ('list_max_listpack_size', 'int', -2147483648, 2147483647, (), False, False),
    "locale-collate": ('locale_collate', 'locale', None, None, (), False, False),
    "logfile": ('logfile', 'string', None, None, (), True, False),
    "loglevel": ('loglevel', 'enum', None, None, ('debug', 'verbose', 'notice', 'warning', 'nothing'), False, False),
    "masterauth": ('masterauth', 'string', None, None, (), False, False),
    "masteruser": ('masteruser', 'string', None, None, (), False, False),
    "max-new-connections-per-cycle": ('max_new_connections_per_cycle', 'unsigned', 1, 1000, (), False, False),
    "max-new-tls-connections-per-cycle": ('max_new_tls_connections_per_cycle', 'unsigned', 1, 1000, (), False, False),
    "maxclients": ('maxclients', 'unsigned', 1, 4294967295, (), False, False),
    "maxmemory": ('maxmemory', 'memory', None, None, (), False, False),
    "maxmemory-clients": ('maxmemory_clients', 'memory-or-percent', None, None, (), False, False),
    "maxmemory-eviction-tenacity": ('maxmemory_eviction_tenacity', 'int', 0, 100, (), False, False),
    "maxmemory-policy": ('maxmemory_policy', 'enum', None, None, ('volatile-lru', 'volatile-lfu', 'volatile-random', 'volatile-ttl', 'allkeys-lru', 'allkeys-lfu', 'allkeys-random', 'noeviction'), False, False),
    "maxmemory-samples": ('maxmemory_samples', 'int', 1, 64, (), False, False),
    "min-replicas-max-lag": ('min_replicas_max_lag', 'int', 0, 2147483647, (), False, False),
    "min-slaves-max-lag": ('min_replicas_max_lag', 'int', 0, 2147483647, (), False, False),
    "min-replicas-to-write": ('min_replicas_to_write', 'int', 0, 2147483647, (), False, False),
    "min-slaves-to-write": ('min_replicas_to_write', 'int', 0, 2147483647, (), False, False),
    "no-appendfsync-on-rewrite": ('no_appendfsync_on_rewrite', 'bool', None, None, (), False, False),
    "notify-keyspace-events": ('notify_keyspace_events', 'notify-keyspace-events', None, None, (), False, False),
    "oom-score-adj": ('oom_score_adj', 'enum', None, None, ('no', 'yes', 'relative', 'absolute'), False, False),
    "oom-score-adj-values": ('oom_score_adj_values', 'oom-score-adj-values', None, None, (), False, False),
    "pidfile": ('pidfile', 'string', None, None, (), True, False),
    "port": ('port', 'int', 0, 65535, (), False, False),
    "proc-title-template": ('proc_title_template', 'title', None, None, (), False, False),
    "propagation-error-behavior": ('propagation_error_behavior', 'enum', None, None, ('ignore', 'panic', 'panic-on-replicas'), False, False),
    "protected-mode": ('protected_mode', 'bool', None, None, (), False, False),
    "proto-max-bulk-len": ('proto_max_bulk_len', 'memory', 1048576, 9223372036854775807, (), False, False),
    "rdb-del-sync-files": ('rdb_del_sync_files', 'bool', None, None, (), False, False),
    "rdb-save-incremental-fsync": ('rdb_save_incremental_fsync', 'bool', None, None, (), False, False),
    "rdbchecksum": ('rdbchecksum', 'bool', None, None, (), True, False),
    "rdbcompression": ('rdbcompression', 'bool', None, None, (), False, False),
    "repl-backlog-size": ('repl_backlog_size', 'memory', 1, 9223372036854775807, (), False, False),
    "repl-backlog-ttl": ('repl_backlog_ttl', 'int', 0, None, (), False, False),
    "repl-disable-tcp-nodelay": ('repl_disable_tcp_nodelay', 'bool', None, None, (), False, False),
    "repl-diskless-load": ('repl_diskless_load', 'enum', None, None, ('disabled', 'on-empty-db', 'swapdb'), False, False),
    "repl-diskless-sync": ('repl_diskless_sync', 'bool', None, None, (), False, False),
    "repl-diskless-sync-delay": ('repl_diskless_sync_delay', 'int', 0, 2147483647, (), False, False),
    "repl-diskless-sync-max-replicas": ('repl_diskless_sync_max_replicas', 'int', 0, 2147483647, (), False, False),
    "repl-ping-replica-period": ('repl_ping_replica_period', 'int', 1, 2147483647, (), False, False),
    "repl-ping-slave-period": ('repl_ping_replica_period', 'int', 1, 2147483647, (), False, False),
    "repl-timeout": ('repl_timeout', 'int', 1, 2147483647, (), False, False),
    "replica-announce-ip": ('replica_announce_ip', 'string', None, None, (), False, False),
    "slave-announce-ip": ('replica_announce_ip', 'string', None, None, (), False, False),
    "replica-announce-port": ('replica_announce_port', 'int', 0, 65535, (), False, False),
    "slave-announce-port": ('replica_announce_port', 'int', 0, 65535, (), False, False),
    "replica-announced": ('replica_announced', 'bool', None, None, (), False, False),
    "replica-full-sync-buffer-limit": ('replica_full_sync_buffer_limit', 'memory', 0, 9223372036854775807, (), False, False),
    "replica-ignore-disk-write-errors": ('replica_ignore_disk_write_errors', 'bool', None, None, (), False, False),
    "replica-ignore-maxmemory": ('replica_ignore_maxmemory', 'bool', None, None, (), False, False),
    "slave-ignore-maxmemory": ('replica_ignore_maxmemory', 'bool', None, None, (), False, False),
    "replica-lazy-flush": ('replica_lazy_flush', 'bool', None, None, (), False, False),
    "slave-lazy-flush": ('replica_lazy_flush', 'bool', None, None, (), False, False),
    "replica-priority": ('replica_priority', 'int', 0, 2147483647, (), False, False),
    "slave-priority": ('replica_priority', 'int', 0, 2147483647, (), False, False),
    "replica-read-only": ('replica_read_only', 'bool', None, None, (), False, False),
    "slave-read-only": ('replica_read_only', 'bool', None, None, (), False, False),
    "replica-serve-stale-data": ('replica_serve_stale_data', 'bool', None, None, (), False, False),
    "slave-serve-stale-data": ('replica_serve_stale_data', 'bool', None, None, (), False, False),
    "replicaof": ('replicaof', 'string', None, None, (), True, False),
    "slaveof": ('replicaof', 'string', None, None, (), True, False),
    "requirepass": ('requirepass', 'string', None, None, (), False, False),
    "sanitize-dump-payload": ('sanitize_dump_payload', 'enum', None, None, ('no', 'yes', 'clients'), False, False),
    "save": ('save', 'save', None, None, (), False, False),
    "server-cpulist": ('server_cpulist', 'string', None, None, (), True, False),
    "server_cpulist": ('server_cpulist', 'string', None, None, (), True, False),
    "set-max-intset-entries": ('set_max_intset_entries', 'unsigned', 0, None, (), False, False),
    "set-max-listpack-entries": ('set_max_listpack_entries', 'unsigned', 0, None, (), False, False),
    "set-max-listpack-value": ('set_max_listpack_value', 'unsigned', 0, None, (), False, False),
    "set-proc-title": ('set_proc_title', 'bool', None, None, (), True, False),
    "shutdown-on-sigint": ('shutdown_on_sigint', 'words', None, None, ('default', 'save', 'nosave', 'now', 'force'), False, False),
    "shutdown-on-sigterm": ('shutdown_on_sigterm', 'words', None, None, ('default', 'save', 'nosave', 'now', 'force'), False, False),
    "shutdown-timeout": ('shutdown_timeout', 'int', 0, 2147483647, (), False, False),
    "slowlog-log-slower-than": ('slowlog_log_slower_than', 'int', -1, None, (), False, False),
    "slowlog-max-len": ('slowlog_max_len', 'int', 0, None, (), False, False),
    "socket-mark-id": ('socket_mark_id', 'int', 0, 4294967295, (), True, False),
    "stop-writes-on-bgsave-error": ('stop_writes_on_bgsave_error', 'bool', None, None, (), False, False),
    "stream-node-max-bytes": ('stream_node_max_bytes', 'memory', None, None, (), False, False),
    "stream-node-max-entries": ('stream_node_max_entries', 'int', 0, None, (), False, False),
    "supervised": ('supervised', 'enum', None, None, ('upstart', 'systemd', 'auto', 'no'), True, False),
    "syslog-enabled": ('syslog_enabled', 'bool', None, None, (), True, False),
    "syslog-facility": ('syslog_facility', 'enum', None, None, ('user', 'local0', 'local1', 'local2', 'local3', 'local4', 'local5', 'local6', 'local7'), True, False),
    "syslog-ident": ('syslog_ident', 'string', None, None, (), True, False),
    "tcp-backlog": ('tcp_backlog', 'int', 0, 2147483647, (), True, False),
    "tcp-keepalive": ('tcp_keepalive', 'int', 0, 2147483647, (), False, False),
    "timeout": ('timeout', 'int', 0, 2147483647, (), False, False),
    "tracking-table-max-keys": ('tracking_table_max_keys', 'unsigned', 0, None, (), False, False),
    "unixsocket": ('unixsocket', 'string', None, None, (), True, False),
    "unixsocketperm": ('unixsocketperm', 'octal', 0, 1023, (), True, False),
    "vset-force-single-threaded-execution": ('vset_force_single_threaded_execution', 'bool', None, None, (), False, False),
    "zset-max-listpack-entries": ('zset_max_listpack_entries', 'unsigned', 0, None, (), False, False),
    "zset-max-ziplist-entries": ('zset_max_listpack_entries', 'unsigned', 0, None, (), False, False),
    "zset-max-listpack-value": ('zset_max_listpack_value', 'memory', None, None, (), False, False),
    "zset-max-ziplist-value": ('zset_max_listpack_value', 'memory', None, None, (), False, False),
}

NAMES = tuple(_ROWS)
"""Every name, aliases too."""


@lru_cache(maxsize=512)
def parameter(name: str) -> Parameter | None:
    """The parameter of that name or alias, in lower case."""
    row = _ROWS.get(name)
    return None if row is None else Parameter(name, *row)


UNSET_IF_EMPTY = frozenset(['aof_rewrite_cpulist', 'bgsave_cpulist', 'bind_source_addr', 'bio_cpulist', 'cluster_announce_hostname', 'cluster_announce_human_nodename', 'cluster_announce_ip', 'masterauth', 'masteruser', 'pidfile', 'replica_announce_ip', 'requirepass', 'server_cpulist', 'unixsocket'])
"""Strings that are not set at all when they are empty."""

ALWAYS_REWRITTEN = frozenset(['dir', 'latency_tracking_info_percentiles', 'save'])
"""What CONFIG REWRITE writes though it may be the default."""

BECOMES: dict[str, tuple[int | None, int | None]] = {'hz': (1, 500), 'repl_backlog_size': (16384, None)}
"""The bounds that an accepted number is moved into."""

SHOWN: dict[str, dict[str, str]] = {'oom_score_adj': {'relative': 'yes'}}
"""Words of an enum that CONFIG GET shows as another."""

ALONE: dict[str, tuple[str, tuple[str, ...], str]] = {'shutdown_on_sigint': ('default', ('save', 'nosave'), 'save-and-nosave'), 'shutdown_on_sigterm': ('default', ('save', 'nosave'), 'save-and-nosave')}
"""Of several words: the one for none, which exclude each other, and the error."""


ERRORS: dict[str, str] = {
    "not-bool": "argument must be 'yes' or 'no'",
    "not-integer": "argument couldn't be parsed into an integer",
    "not-between": "argument must be between {low} and {high} inclusive",
    "negative": "argument must be greater or equal to 0",
    "not-memory": "argument must be a memory value",
    "not-memory-or-percent": "argument must be a memory or percent value",
    "not-one-of": "argument(s) must be one of the following: {words}",
    "not-octal": "argument couldn't be parsed as an octal number",
    "immutable": "can't set immutable config",
    "protected": "can't set protected config",
    "buffer-limit-words": "Wrong number of arguments in buffer limit configuration.",
    "buffer-limit-value": "Error in hard, soft or soft_seconds setting in buffer limit configuration.",
    "buffer-limit-class": "Invalid client class specified in buffer limit configuration.",
    "save": "Invalid save parameters",
    "no-directory": "No such file or directory",
    "percent-too-large": "percentage argument must be less or equal to 100",
    "save-and-nosave": "shutdown options SAVE and NOSAVE can't be used simultaneously",
    "path": "{name} can't be a path, just a {kind}name",
    "empty": "{name} can't be empty",
    "title": "template format is invalid or contains unknown variables",
    "hostname": "Hostnames may only contain alphanumeric characters, hyphens or dots",
    "hostname-length": "Hostnames must be less than 256 characters",
    "node-name": "Announced human node name contained invalid character",
    "locale": "Invalid locale name",
    "oom-scores": "Invalid oom-score-adj-values, elements must be between -2000 and 2000.",
    "too-many-addresses": "Too many bind addresses specified.",
    "cannot-bind": "Failed to bind to specified addresses.",
    "cannot-listen": "Unable to listen on this port. Check server logs.",
    "too-many-clients": "The operating system is not able to handle the specified number of clients, try with {number}",
    "duplicate": "duplicate parameter",
    "event-class": "Invalid event class character. Use 'Ag$lshzxeKEtmdn'.",
    "percentile": "Invalid latency-tracking-info-percentiles parameters",
    "percentile-range": "latency-tracking-info-percentiles parameters should sit between [0.0,100.0]",
    "words": "wrong number of arguments",
}
