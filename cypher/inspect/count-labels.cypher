// purpose: How many nodes carry each label.
// mode: read
// columns: label, count
MATCH (n)
UNWIND labels(n) AS label
RETURN label AS label, count(*) AS count
ORDER BY label
