"""Language-neutral vectors and their runner; see README.md beside this file."""
