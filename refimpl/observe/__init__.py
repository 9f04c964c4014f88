"""What the server tells of itself: INFO, statistics, logs."""
