// purpose: Organisations that are party to an instrument with both of two others.
// title: What two organisations share
// question: With whom have both JSPS and MEXT an agreement?
// mode: read
// columns: partner, instruments
MATCH (a:Organisation)-[:PARTY_TO]->(x:Agreement)<-[:PARTY_TO]-(partner)-[:PARTY_TO]->(y:Agreement)<-[:PARTY_TO]-(b:Organisation)
WHERE a.caption = 'JSPS' AND b.caption = 'MEXT' AND partner.id <> a.id AND partner.id <> b.id
RETURN partner.caption AS partner, count(DISTINCT x.id) + count(DISTINCT y.id) AS instruments
ORDER BY instruments DESC, partner
