// purpose: One portion of all entities as parallel columns, in id order.
// mode: read
// params: $after (string, the last id of the portion before; empty = begin)
// params: $limit (integer, 1 to 100000)
// columns: ids, labels, captions
MATCH (n:Entity)
WHERE n.id > $after
WITH n AS n, n.id AS id
ORDER BY id
LIMIT $limit
RETURN collect(id) AS ids, collect(labels(n)) AS labels, collect(coalesce(n.caption, id)) AS captions
