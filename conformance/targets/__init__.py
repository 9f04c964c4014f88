"""Where the suite's servers come from.

`resolve.open_target` turns `--target`'s text into a `Target`; each kind of target has a module.
`probe` asks a running server what it is: its identity is what it answers, never how it was reached.
"""
