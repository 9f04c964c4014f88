"""A reference Redis server: an event-driven reactor whose command table is generated from the specification."""
