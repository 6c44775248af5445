// purpose: How many statements each document makes.
// mode: read
// columns: id, statements
MATCH (s:Statement)-[:STATED_IN]->(d:Document)
RETURN d.id AS id, count(DISTINCT s.id) AS statements
ORDER BY id
