// purpose: Organisations by the number of their relationships.
// title: The best connected
// question: Which organisations take part in most?
// mode: read
// columns: organisation, country, relationships
MATCH (o:Organisation)-[r]-(:Entity)
RETURN o.caption AS organisation, o.country AS country, count(DISTINCT r.id) AS relationships
ORDER BY relationships DESC, organisation
LIMIT 25
