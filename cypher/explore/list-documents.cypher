// purpose: All documents, with what is known of them.
// mode: read
// columns: id, properties
MATCH (d:Document)
RETURN d.id AS id, properties(d) AS properties
ORDER BY id
