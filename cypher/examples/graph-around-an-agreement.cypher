// purpose: The agreements of an organisation with everything around them, to be drawn.
// title: Draw agreements
// question: What belongs to the agreements of DST?
// template: What belongs to the agreements of {organisation}?
// mode: read
// params: $organisation (string, the party; entity Organisation; example "org:dst")
// columns: o, p, a, r, n
MATCH (o:Organisation {id: $organisation})-[p:PARTY_TO]->(a:Agreement)-[r]-(n:Entity)
RETURN o AS o, p AS p, a AS a, r AS r, n AS n
ORDER BY a.id, n.id
LIMIT 100
