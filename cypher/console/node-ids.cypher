// purpose: The stable ids of nodes known by the engine's own ids: the ends of relationships in a console answer.
// mode: read
// params: $elementIds (list of string)
// columns: elementId, id
MATCH (n)
WHERE elementId(n) IN $elementIds
RETURN elementId(n) AS elementId, n.id AS id
