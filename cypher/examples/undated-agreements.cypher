// purpose: Agreements of which no date of signature is stated.
// title: Without a date
// question: Of which agreements is no date of signature stated?
// mode: read
// columns: agreement, kind, parties
MATCH (a:Agreement)
WHERE a.signed IS NULL
OPTIONAL MATCH (p:Entity)-[:PARTY_TO]->(a)
WITH a AS a, p AS p
ORDER BY p.caption
RETURN a.caption AS agreement, a.kind AS kind, collect(p.caption) AS parties
ORDER BY agreement
