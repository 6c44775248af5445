// purpose: Organisations by the number of their relationships.
// title: The best connected
// question: Which organisations take part in most?
// mode: read
// params: $limit (integer, how many to list; example 25)
// columns: organisation, country, relationships
MATCH (o:Organisation)-[r]-(:Entity)
RETURN o.caption AS organisation, o.country AS country, count(DISTINCT r.id) AS relationships
ORDER BY relationships DESC, organisation
LIMIT $limit
