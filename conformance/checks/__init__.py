"""Every reply of every test held against the spec, whatever the test itself is about."""
