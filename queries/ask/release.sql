-- Which edition is this? One row.
select release_id, built_at, content_sha256, figure_count, parent_release_id, published_by, note from release
