// purpose: One portion of the ids of the statements that a document makes, in order.
// mode: read
// params: $document (string, id of a document)
// params: $skip (integer, 0 or more)
// params: $limit (integer, 1 to 1000)
// columns: id
MATCH (s:Statement)-[:STATED_IN]->(d:Document {id: $document})
RETURN DISTINCT s.id AS id
ORDER BY id
SKIP $skip
LIMIT $limit
