// purpose: Agreements of one year, by their date of signature.
// title: Signed in one year
// question: What was signed in 2016, and by whom?
// template: What was signed in {year}, and by whom?
// mode: read
// params: $year (integer, the year; example 2016)
// columns: agreement, signed, parties
MATCH (a:Agreement)
WHERE a.signed STARTS WITH toString($year)
OPTIONAL MATCH (p:Entity)-[:PARTY_TO]->(a)
WITH a AS a, p AS p
ORDER BY p.caption
RETURN a.caption AS agreement, a.signed AS signed, collect(p.caption) AS parties
ORDER BY signed, agreement
