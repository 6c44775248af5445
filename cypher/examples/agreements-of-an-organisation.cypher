// purpose: The instruments that ISRO is a party to, with their dates of signature and the other parties.
// title: Agreements of an organisation
// question: What has ISRO signed, when, and with whom?
// mode: read
// columns: agreement, signed, parties
MATCH (o:Organisation)-[:PARTY_TO]->(a:Agreement)
WHERE o.caption = 'ISRO'
OPTIONAL MATCH (p)-[:PARTY_TO]->(a)
WHERE p.id <> o.id
WITH a AS a, p AS p
ORDER BY p.caption
RETURN a.caption AS agreement, a.signed AS signed, collect(p.caption) AS parties
ORDER BY signed, agreement
