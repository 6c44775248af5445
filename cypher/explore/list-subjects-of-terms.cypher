// purpose: Ids of the entities of which a term or a date of expiry is stated.
// mode: read
// columns: ids
MATCH (s:Statement)
WHERE s.type = 'TERM' OR (s.type = 'DATE' AND s.what = 'expires')
WITH DISTINCT s.subject AS id
ORDER BY id
RETURN collect(id) AS ids
