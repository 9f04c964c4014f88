"""What INFO tells, section by section."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, TypeAlias

from refimpl.build import COMPILED
from refimpl.datatypes.hash import HashValue
from refimpl.observe.latencies import percentile
from refimpl.observe.memory import human, measure, total_bytes
from refimpl.observe.sizes import distributions
from refimpl.session.client import Unusual
from refimpl.session.modules import DESCRIPTION
from refimpl.session.release import OWN_VERSION, VERSION

if TYPE_CHECKING:
    from collections.abc import Callable

    from refimpl.keyspace.database import Database
    from refimpl.session.state import ServerState

_SAFE = bytes.maketrans(b"#:\n\r", b"____")
"""What would break the report's format."""

Fields: TypeAlias = "dict[str, object]"


def report(server: ServerState, wanted: list[str]) -> str:
    """The wanted sections; "default" (also when none is named), "all", "everything" are several."""
    names: dict[str, None] = {}
    for word in wanted or ["default"]:
        if word == "default":
            names.update(dict.fromkeys(_DEFAULT))
        elif word in ("all", "everything"):
            names.update(dict.fromkeys(name for name in _SECTIONS if name != "debug"))
        elif word in _SECTIONS:
            names[word] = None
    parts = []
    for name, section in _SECTIONS.items():
        if name in names:
            lines = [f"# {'CPU' if name == 'cpu' else name.capitalize()}"]
            lines += [f"{field}:{value}" for field, value in section(server).items()]
            parts.append("\r\n".join(lines) + "\r\n")
    return "\r\n".join(parts)


def _server(server: ServerState) -> Fields:
    import platform  # loads slowly, and only who asks for this section needs it

    uptime = server.moment.second - server.started
    fields: Fields = {
        "redis_version": VERSION,
        "redis_git_sha1": "00000000",
        "redis_git_dirty": 0,
        "redis_build_id": "refimpl",
        "redis_mode": "standalone",
        "os": f"{platform.system()} {platform.release()} {platform.machine()}",
        "arch_bits": 64 if sys.maxsize > 1 << 32 else 32,
        "monotonic_clock": "POSIX clock_gettime",
        "multiplexing_api": server.loop.poller.name,
        "atomicvar_api": "python",
        "gcc_version": "0.0.0",
        "process_id": os.getpid(),
        "process_supervised": server.supervisor,
        "run_id": server.run_id,
        "tcp_port": server.port,
        "server_time_usec": server.moment.us,
        "uptime_in_seconds": uptime,
        "uptime_in_days": uptime // 86400,
        "hz": server.config.hz,
        "configured_hz": server.config.hz,
        "lru_clock": server.moment.second & 0xFFFFFF,
        "executable": server.executable,
        "config_file": server.config_file,
        "io_threads_active": int(bool(server.io_threads)),
    }
    listeners = 0
    if server.port:
        hosts = ",".join(f"bind={host}" for host in server.config.bind.decode().split())
        fields[f"listener{listeners}"] = f"name=tcp,{hosts},port={server.port}"
        listeners += 1
    if server.config.unixsocket:
        path = server.config.unixsocket.decode("utf-8", "surrogateescape")
        fields[f"listener{listeners}"] = f"name=unix,bind={path}"
    fields["refimpl_version"] = OWN_VERSION
    fields["refimpl_build"] = "compiled" if COMPILED else "pure"
    return fields


def _clients(server: ServerState) -> Fields:
    clients = server.clients.values()
    waiting = [database.waiting for database in server.databases]
    return {
        "connected_clients": len(clients),
        "cluster_connections": 0,
        "maxclients": server.config.maxclients,
        "client_recent_max_input_buffer": max((c.parser.buffered for c in clients), default=0),
        "client_recent_max_output_buffer": max(
            (c.transport.unsent_bytes() for c in clients), default=0
        ),
        "blocked_clients": sum(bool(c.unusual & Unusual.WAITING) for c in clients),
        "tracking_clients": server.tracking.clients,
        "pubsub_clients": sum(bool(c.unusual & Unusual.SUBSCRIBED) for c in clients),
        "watching_clients": sum(bool(c.watched) for c in clients),
        "clients_in_timeout_table": sum(
            c.blocking is not None and c.blocking.timed for c in clients
        ),
        "total_watched_keys": sum(len(database.watchers) for database in server.databases),
        "total_blocking_keys": sum(map(len, waiting)),
        "total_blocking_keys_on_nokey": 0,
    }


def _memory(server: ServerState) -> Fields:
    figures = measure(server)
    total = total_bytes()
    maximum = server.config.maxmemory
    eval_vm, eval_scripts = server.scripts.memory()
    function_vm, function_texts = server.functions.memory()
    libraries, functions = server.functions.count()
    return {
        "used_memory": figures.used,
        "used_memory_human": human(figures.used),
        "used_memory_rss": figures.resident,
        "used_memory_rss_human": human(figures.resident),
        "used_memory_peak": figures.peak,
        "used_memory_peak_human": human(figures.peak),
        "used_memory_peak_time": server.statistics.peak_memory_second,
        "used_memory_peak_perc": f"{figures.peak_percentage():.2f}%",
        "used_memory_overhead": figures.overhead,
        "used_memory_startup": figures.startup,
        "used_memory_dataset": figures.dataset,
        "used_memory_dataset_perc": f"{figures.dataset_percentage():.2f}%",
        "allocator_allocated": figures.used,
        "allocator_active": figures.resident,
        "allocator_resident": figures.resident,
        "allocator_muzzy": 0,
        "total_system_memory": total,
        "total_system_memory_human": human(total),
        "used_memory_lua": eval_vm,
        "used_memory_vm_eval": eval_vm,
        "used_memory_lua_human": human(eval_vm),
        "used_memory_scripts_eval": eval_scripts,
        "number_of_cached_scripts": server.scripts.count(),
        "number_of_functions": functions,
        "number_of_libraries": libraries,
        "used_memory_vm_functions": function_vm,
        "used_memory_vm_total": eval_vm + function_vm,
        "used_memory_vm_total_human": human(eval_vm + function_vm),
        "used_memory_functions": function_texts,
        "used_memory_scripts": eval_scripts + function_texts,
        "used_memory_scripts_human": human(eval_scripts + function_texts),
        "maxmemory": maximum,
        "maxmemory_human": human(maximum),
        "maxmemory_policy": server.config.maxmemory_policy,
        "allocator_frag_ratio": "1.00",
        "allocator_frag_bytes": 0,
        "allocator_rss_ratio": "1.00",
        "allocator_rss_bytes": 0,
        "rss_overhead_ratio": "1.00",
        "rss_overhead_bytes": 0,
        "mem_fragmentation_ratio": f"{figures.fragmentation():.2f}",
        "mem_fragmentation_bytes": figures.resident - figures.used,
        "mem_not_counted_for_evict": 0,
        "mem_replication_backlog": 0,
        "mem_total_replication_buffers": 0,
        "mem_replica_full_sync_buffer": 0,
        "mem_clients_slaves": 0,
        "mem_clients_normal": figures.clients,
        "mem_cluster_links": 0,
        "mem_aof_buffer": 0,
        "mem_allocator": "python",
        "mem_overhead_db_hashtable_rehashing": 0,
        "active_defrag_running": 0,
        "lazyfree_pending_objects": server.environment.trash.pending,
        "lazyfreed_objects": server.environment.trash.freed,
    }


def _persistence(server: ServerState) -> Fields:
    saving = server.saving
    return {
        "loading": 0,
        "async_loading": 0,
        "current_cow_peak": 0,
        "current_cow_size": 0,
        "current_cow_size_age": 0,
        "current_fork_perc": "0.00",
        "current_save_keys_processed": 0,
        "current_save_keys_total": 0,
        "rdb_changes_since_last_save": server.dirty,
        "rdb_bgsave_in_progress": int(saving.running),
        "rdb_last_save_time": saving.last,
        "rdb_last_bgsave_status": "ok" if saving.ok else "err",
        "rdb_last_bgsave_time_sec": saving.duration,
        "rdb_current_bgsave_time_sec": -1
        if saving.began is None
        else server.moment.second - saving.began,
        "rdb_saves": saving.saves,
        "rdb_last_cow_size": 0,
        "rdb_last_load_keys_expired": saving.keys_expired,
        "rdb_last_load_keys_loaded": saving.keys_loaded,
        "aof_enabled": 0,
        "aof_rewrite_in_progress": 0,
        "aof_rewrite_scheduled": 0,
        "aof_last_rewrite_time_sec": -1,
        "aof_current_rewrite_time_sec": -1,
        "aof_last_bgrewrite_status": "ok",
        "aof_rewrites": 0,
        "aof_rewrites_consecutive_failures": 0,
        "aof_last_write_status": "ok",
        "aof_last_cow_size": 0,
        "module_fork_in_progress": 0,
        "module_fork_last_cow_size": 0,
    }


def _threads(server: ServerState) -> Fields:
    statistics = server.statistics
    own_clients = len(server.clients) - sum(load.clients for load in server.io_threads)
    loads = [(own_clients, statistics.reads, statistics.writes)]
    loads += [(load.clients, *load.counted()) for load in server.io_threads]
    return {
        f"io_thread_{number}": f"clients={clients},reads={reads},writes={writes}"
        for number, (clients, reads, writes) in enumerate(loads)
    }


def _stats(server: ServerState) -> Fields:
    statistics = server.statistics
    keyspace = server.keyspace_statistics
    commands, read, written = server.rates()
    exceeded_now, exceeded_in_all = keyspace.exceeded_ms(server.loop.clock.monotonic_us())
    turns, turn_usec = server.turn_rates()
    threaded = [load.counted() for load in server.io_threads]
    threaded_reads = sum(reads for reads, _ in threaded)
    threaded_writes = sum(writes for _, writes in threaded)
    return {
        "total_connections_received": statistics.connections,
        "total_commands_processed": server.commands_processed(),
        "instantaneous_ops_per_sec": commands,
        "total_net_input_bytes": statistics.input_bytes,
        "total_net_output_bytes": statistics.output_bytes,
        "total_net_repl_input_bytes": 0,
        "total_net_repl_output_bytes": 0,
        "instantaneous_input_kbps": f"{read / 1024:.2f}",
        "instantaneous_output_kbps": f"{written / 1024:.2f}",
        "instantaneous_input_repl_kbps": "0.00",
        "instantaneous_output_repl_kbps": "0.00",
        "rejected_connections": statistics.rejected_connections,
        "sync_full": 0,
        "sync_partial_ok": 0,
        "sync_partial_err": 0,
        "expired_subkeys": keyspace.expired_fields,
        "expired_keys": keyspace.expired,
        "expired_stale_perc": f"{keyspace.expired_stale_share * 100:.2f}",
        "expired_time_cap_reached_count": keyspace.expire_time_cap_reached,
        "expire_cycle_cpu_milliseconds": keyspace.expire_cycle_usec // 1000,
        "evicted_keys": keyspace.evicted,
        "evicted_clients": statistics.evicted_clients,
        "evicted_scripts": server.scripts.evicted,
        "total_eviction_exceeded_time": exceeded_in_all,
        "current_eviction_exceeded_time": exceeded_now,
        "keyspace_hits": keyspace.hits,
        "keyspace_misses": keyspace.misses,
        "pubsub_channels": len(server.hub.channels.audience),
        "pubsub_patterns": len(server.hub.patterns.audience),
        "pubsubshard_channels": len(server.hub.shards.audience),
        "latest_fork_usec": server.saving.fork_usec,
        "total_forks": server.saving.forks,
        "migrate_cached_sockets": len(server.peers),
        "slave_expires_tracked_keys": 0,
        "active_defrag_hits": 0,
        "active_defrag_misses": 0,
        "active_defrag_key_hits": 0,
        "active_defrag_key_misses": 0,
        "total_active_defrag_time": 0,
        "current_active_defrag_time": 0,
        "tracking_total_keys": len(server.tracking.table),
        "tracking_total_items": server.tracking.items,
        "tracking_total_prefixes": len(server.tracking.prefixes),
        "unexpected_error_replies": statistics.unexpected_error_replies,
        "total_error_replies": statistics.error_replies,
        "dump_payload_sanitizations": 0,
        "total_reads_processed": statistics.reads + threaded_reads,
        "total_writes_processed": statistics.writes + threaded_writes,
        "io_threaded_reads_processed": threaded_reads,
        "io_threaded_writes_processed": threaded_writes,
        "io_threaded_total_prefetch_batches": 0,
        "io_threaded_total_prefetch_entries": 0,
        "client_query_buffer_limit_disconnections": statistics.query_limit_disconnections,
        "client_output_buffer_limit_disconnections": statistics.output_limit_disconnections,
        "reply_buffer_shrinks": 0,
        "reply_buffer_expands": 0,
        "eventloop_cycles": server.turns.count,
        "eventloop_duration_sum": server.turns.nsec // 1000,
        "eventloop_duration_cmd_sum": sum(c.nsec for c in server.every_command()) // 1000,
        "instantaneous_eventloop_cycles_per_sec": turns,
        "instantaneous_eventloop_duration_usec": turn_usec,
        "acl_access_denied_auth": server.access_log.denied[b"auth"],
        "acl_access_denied_cmd": server.access_log.denied[b"command"],
        "acl_access_denied_key": server.access_log.denied[b"key"],
        "acl_access_denied_channel": server.access_log.denied[b"channel"],
    }


def _replication(server: ServerState) -> Fields:
    return {
        "role": "master",
        "connected_slaves": 0,
        "master_failover_state": "no-failover",
        "master_replid": server.replication_id,
        "master_replid2": "0" * 40,
        "master_repl_offset": 0,
        "second_repl_offset": -1,
        "repl_backlog_active": 0,
        "repl_backlog_size": server.config.repl_backlog_size,
        "repl_backlog_first_byte_offset": 0,
        "repl_backlog_histlen": 0,
    }


def _cpu(server: ServerState) -> Fields:
    times = os.times()
    return {
        "used_cpu_sys": f"{times.system:.6f}",
        "used_cpu_user": f"{times.user:.6f}",
        "used_cpu_sys_children": f"{times.children_system:.6f}",
        "used_cpu_user_children": f"{times.children_user:.6f}",
        "used_cpu_sys_main_thread": f"{times.system:.6f}",
        "used_cpu_user_main_thread": f"{times.user:.6f}",
    }


def _commandstats(server: ServerState) -> Fields:
    fields: Fields = {}
    for command in server.every_command():
        calls, usec = command.calls, command.usec
        if calls or command.rejected_calls or command.failed_calls:
            fields[f"cmdstat_{command.name.decode()}"] = (
                f"calls={calls},usec={usec},usec_per_call={usec / (calls or 1):.2f},"
                f"rejected_calls={command.rejected_calls},failed_calls={command.failed_calls}"
            )
    return fields


def _errorstats(server: ServerState) -> Fields:
    return {
        f"errorstat_{code.translate(_SAFE).decode('latin-1')}": f"count={count}"
        for code, count in sorted(server.statistics.errors.items())
    }


def _latencystats(server: ServerState) -> Fields:
    if not server.config.latency_tracking:
        return {}
    shares = [word.decode() for word in server.config.percentiles()]
    return {
        f"latency_percentiles_usec_{command.name.decode()}": ",".join(
            f"p{share}={percentile(command, float(share)):.3f}" for share in shares
        )
        for command in server.every_command()
        if command.calls
    }


def _cluster(server: ServerState) -> Fields:
    return {"cluster_enabled": 0}


_MANY = 1000
"""Keys up to which all are looked at, so that INFO doesn't take longer the more there are."""


def _count_field_expiries(database: Database) -> int:
    """How many hashes have fields with an expiry; of many, some of which may be gone, about."""
    if len(database.field_deadlines) > _MANY:
        return len(database.field_deadlines)
    return sum(
        isinstance(hash_value := database.values.get(key), HashValue) and hash_value.expires
        for key in database.field_deadlines
    )


def _average_ttl(server: ServerState, database: Database) -> int:
    """Milliseconds until a key with an expiry is gone, on average; of many keys, of some of them.

    A real server estimates it, too, while it looks for keys that are due.
    """
    expires = database.expires
    if not expires:
        return 0
    now = server.moment.ms
    if len(expires) <= _MANY:
        return max(sum(expires.values()) // len(expires) - now, 0)
    some = database.sample(server.random, _MANY, volatile=True)
    return max(sum(expires[key] for key in some) // len(some) - now, 0)


def _keyspace(server: ServerState) -> Fields:
    fields: Fields = {}
    for database in server.databases:
        if not database.values:
            continue
        fields[f"db{database.index}"] = (
            f"keys={len(database.values)},expires={len(database.expires)},"
            f"avg_ttl={_average_ttl(server, database)},"
            f"subexpiry={_count_field_expiries(database)}"
        )
    return fields


def _keysizes(server: ServerState) -> Fields:
    return {
        f"db{database.index}_distrib_{name}": counts
        for database in server.databases
        if database.values
        for name, counts in distributions(database)
    }


def _modules(server: ServerState) -> Fields:
    return {"module": DESCRIPTION}


def _debug(server: ServerState) -> Fields:
    """What is told only to who asks for this very section."""
    return {
        "eventloop_duration_aof_sum": 0,
        "eventloop_duration_cron_sum": server.turns.cron_nsec // 1000,
        "eventloop_duration_max": server.turns.longest_nsec // 1000,
    }


_SECTIONS: dict[str, Callable[[ServerState], Fields]] = {
    "server": _server,
    "clients": _clients,
    "memory": _memory,
    "persistence": _persistence,
    "threads": _threads,
    "stats": _stats,
    "replication": _replication,
    "cpu": _cpu,
    "modules": _modules,
    "commandstats": _commandstats,
    "errorstats": _errorstats,
    "latencystats": _latencystats,
    "cluster": _cluster,
    "keyspace": _keyspace,
    "keysizes": _keysizes,
    "debug": _debug,
}

_DEFAULT = tuple(
    name for name in _SECTIONS if name not in ("commandstats", "latencystats", "debug")
)
