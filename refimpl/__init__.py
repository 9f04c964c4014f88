"""A reference Redis server: a reactor whose command table is generated from the specification."""
