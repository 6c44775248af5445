// purpose: Each property of each relationship type, on how many relationships it is, and the id of one of them.
// mode: read
// columns: type, property, count, sample
MATCH ()-[r]->()
UNWIND keys(r) AS property
RETURN type(r) AS type, property AS property, count(*) AS count, max(r.id) AS sample
ORDER BY type, property
