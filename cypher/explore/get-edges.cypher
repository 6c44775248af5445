// purpose: Relationships by id and ends, with everything that is kept of them.
// mode: read
// params: $edges (list of maps {id, source, target}, at most 1000)
// columns: id, properties
UNWIND $edges AS edge
MATCH (a:Entity {id: edge.source})-[r]->(b:Entity {id: edge.target})
WHERE r.id = edge.id
RETURN edge.id AS id, properties(r) AS properties
ORDER BY id
