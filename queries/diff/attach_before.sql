-- Which is the earlier of two editions? Read-only.
attach $store as before (read_only)
