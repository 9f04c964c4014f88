"""The event loop: file events, time events, before and after sleep; clock, poller, network."""
