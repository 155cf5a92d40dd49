-- Which edition is this? One row, written into the store when everything else has passed.
create table release as
select $release_id as release_id, $built_at as built_at, $content_sha256 as content_sha256,
    cast($figure_count as bigint) as figure_count, $parent_release_id as parent_release_id,
    $published_by as published_by, $note as note
