// purpose: Agreements by the year of their signature.
// title: Signed in one year
// question: What was signed in 2016, and by whom?
// mode: read
// columns: agreement, signed, parties
MATCH (a:Agreement)
WHERE a.signed STARTS WITH '2016'
OPTIONAL MATCH (p)-[:PARTY_TO]->(a)
WITH a AS a, p AS p
ORDER BY p.caption
RETURN a.caption AS agreement, a.signed AS signed, collect(p.caption) AS parties
ORDER BY signed, agreement
