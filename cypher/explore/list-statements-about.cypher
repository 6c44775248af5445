// purpose: What is stated of an entity itself: names, kinds, dates, terms and figures; no relations.
// mode: read
// params: $subject (string, id of an entity)
// columns: ids
MATCH (s:Statement {subject: $subject})
WHERE s.object IS NULL
WITH s.id AS id
ORDER BY id
RETURN collect(id) AS ids
