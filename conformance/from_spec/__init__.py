"""Tests made from the spec: each module makes one kind of case out of every command."""
