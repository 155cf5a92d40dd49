-- Which documents are there, and under which file and checksum is each held? One row per document; file null = not held.
select document_id, file, text_sha256 from typed.document order by document_id
