// purpose: What is stated of an entity itself: names, kinds, dates, terms and figures; no relations.
// mode: read
// params: $subjects (list of string, ids of entities, at most 1000)
// columns: id
// A list even for one: the embedded engine uses the index only for a value that comes from a row.
UNWIND $subjects AS subject
MATCH (s:Statement {subject: subject})
WHERE s.object IS NULL
RETURN s.id AS id
ORDER BY id
