"""Accepted differences, one YAML file for each kind of server; see README.md beside this file."""
