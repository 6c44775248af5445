// purpose: Terms and other statements with a stated end.
// mode: read
// columns: ids, ends
MATCH (s:Statement)
WHERE s.to IS NOT NULL
WITH s.id AS id, s.to AS termEnd
ORDER BY id
RETURN collect(id) AS ids, collect(termEnd) AS ends
