"""Parameters that this server takes and shows, but that change nothing about it."""

from __future__ import annotations

WITHOUT_EFFECT = frozenset(
    {
        # allocator and memory of the process
        *("activedefrag", "active_defrag_cycle_max", "active_defrag_cycle_min"),
        *("active_defrag_ignore_bytes", "active_defrag_max_scan_fields"),
        *("active_defrag_threshold_lower", "active_defrag_threshold_upper"),
        *("activerehashing", "disable_thp", "jemalloc_bg_thread"),
        # threads beside those of I/O, and processors
        *("aof_rewrite_cpulist", "bgsave_cpulist", "bio_cpulist", "server_cpulist"),
        *("replica_lazy_flush", "dynamic_hz", "vset_force_single_threaded_execution"),
        # the process and the system
        *("always_show_logo", "crash_log_enabled", "crash_memcheck_enabled", "ignore_warnings"),
        *("hide_user_data_from_log", "locale_collate", "oom_score_adj", "oom_score_adj_values"),
        *("proc_title_template", "set_proc_title", "socket_mark_id"),
        *("max_new_tls_connections_per_cycle",),
    }
)
"""Their attributes."""
