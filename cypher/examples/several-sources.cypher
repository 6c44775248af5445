// purpose: Relationships that more than one independent document states.
// title: Stated more than once
// question: What do several independent documents state?
// template: What do at least {documents} independent documents state?
// mode: read
// params: $documents (integer, independent documents; example 2)
// columns: source, relation, target, documents
MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.documents >= $documents
RETURN a.caption AS source, type(r) AS relation, b.caption AS target, r.documents AS documents
ORDER BY documents DESC, source, relation, target
