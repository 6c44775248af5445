// purpose: Parties to an instrument with each of two organisations.
// title: What two organisations share
// question: With whom have both JSPS and JST an agreement?
// template: With whom have both {one} and {other} an agreement?
// mode: read
// params: $one (string, one organisation; entity Organisation; example "org:jsps")
// params: $other (string, the other; entity Organisation; example "org:jst")
// columns: partner, withOne, withOther
MATCH (one:Organisation {id: $one})-[:PARTY_TO]->(x:Agreement)<-[:PARTY_TO]-(partner:Entity)-[:PARTY_TO]->(y:Agreement)<-[:PARTY_TO]-(other:Organisation {id: $other})
WHERE partner.id <> $one AND partner.id <> $other
WITH partner AS partner, x AS x, y AS y
ORDER BY x.caption, y.caption
RETURN partner.caption AS partner, collect(DISTINCT x.caption) AS withOne, collect(DISTINCT y.caption) AS withOther
ORDER BY partner
