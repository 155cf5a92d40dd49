-- Which is the later of two editions? Read-only.
attach $store as after (read_only)
