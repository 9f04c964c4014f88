"""Users and what they may do: the rules, who is allowed what, and the log of those refused."""
