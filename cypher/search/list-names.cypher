// purpose: One portion of all entities with their names, in id order, for the search index.
// mode: read
// params: $after (string, the last id of the portion before; empty = begin)
// params: $limit (integer, 1 to 100000)
// columns: ids, captions, names, aliases
MATCH (n:Entity)
WHERE n.id > $after
WITH n AS n, n.id AS id
ORDER BY id
LIMIT $limit
RETURN collect(id) AS ids, collect(coalesce(n.caption, id)) AS captions,
       collect(coalesce(n.name, n.title, n.caption, id)) AS names, collect(coalesce(n.aliases, [])) AS aliases
