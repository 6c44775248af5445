// purpose: An agreement with everything around it, to be drawn.
// title: Draw an agreement
// question: What belongs to the agreements of DST?
// mode: read
// columns: o, p, a, r, n
MATCH (o:Organisation)-[p:PARTY_TO]->(a:Agreement)-[r]-(n:Entity)
WHERE o.caption = 'DST'
RETURN o AS o, p AS p, a AS a, r AS r, n AS n
ORDER BY a.id, n.id
LIMIT 100
