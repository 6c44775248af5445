// purpose: Each combination of type and properties, on how many relationships it is, and the id of one of them.
// mode: read
// columns: type, properties, count, sample
MATCH ()-[r]->()
RETURN type(r) AS type, keys(r) AS properties, count(*) AS count, max(r.id) AS sample
ORDER BY type, sample
