// purpose: Each combination of labels and properties, on how many nodes it is, and the id of one of them.
// mode: read
// columns: labels, properties, count, sample
MATCH (n)
RETURN labels(n) AS labels, keys(n) AS properties, count(*) AS count, max(n.id) AS sample
ORDER BY sample
