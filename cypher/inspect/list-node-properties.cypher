// purpose: Each property of each label, on how many nodes it is, and the id of one of them.
// mode: read
// columns: label, property, count, sample
MATCH (n)
UNWIND labels(n) AS label
UNWIND keys(n) AS property
RETURN label AS label, property AS property, count(*) AS count, max(n.id) AS sample
ORDER BY label, property
