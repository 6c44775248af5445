// purpose: How many statements each document makes.
// mode: read
// columns: id, statements
MATCH (d:Document)<-[:STATED_IN]-(s:Statement)
RETURN d.id AS id, count(DISTINCT s) AS statements
ORDER BY id
