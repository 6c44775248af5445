// purpose: One portion of all entities as parallel columns, in id order.
// mode: read
// params: $after (string, the last id of the portion before; empty = begin)
// params: $limit (integer, 1 to 100000)
// columns: ids, keys, labels, captions
// Keys are the numbers that the database has for nodes: they count for one load only.
MATCH (n:Entity)
WHERE n.id > $after
WITH n AS n, n.id AS id
ORDER BY id
LIMIT $limit
RETURN collect(id) AS ids, collect(id(n)) AS keys, collect(labels(n)) AS labels, collect(coalesce(n.caption, id)) AS captions
