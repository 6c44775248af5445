// purpose: How many statements of each type a document makes.
// title: What a document states
// question: How much does each document state, and of what type?
// mode: read
// columns: document, type, statements
MATCH (s:Statement)-[:STATED_IN]->(d:Document)
RETURN d.caption AS document, s.type AS type, count(DISTINCT s.id) AS statements
ORDER BY document, statements DESC, type
