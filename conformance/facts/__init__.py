"""Our tables against what a live server publishes of itself, fact by fact."""
