// purpose: Relations that carry no date of their own.
// mode: read
// columns: ids
MATCH (s:Statement)
WHERE s.object IS NOT NULL AND s.date IS NULL AND s.from IS NULL AND s.to IS NULL AND s.asOf IS NULL
WITH s.id AS id
ORDER BY id
RETURN collect(id) AS ids
