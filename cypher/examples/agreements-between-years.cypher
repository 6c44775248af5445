// purpose: The instruments that an organisation signed within a span of years.
// title: Agreements of a period
// question: Which agreements did DST sign between 2010 and 2020?
// template: Which agreements did {organisation} sign between {fromYear} and {toYear}?
// mode: read
// params: $organisation (string, the party; entity Organisation; example "org:dst")
// params: $fromYear (integer, the first year; example 2010)
// params: $toYear (integer, the last year; example 2020)
// columns: agreement, signed, parties
MATCH (o:Organisation {id: $organisation})-[:PARTY_TO]->(a:Agreement)
WHERE left(a.signed, 4) >= toString($fromYear) AND left(a.signed, 4) <= toString($toYear)
OPTIONAL MATCH (p:Entity)-[:PARTY_TO]->(a)
WHERE p.id <> $organisation
WITH a AS a, p AS p
ORDER BY p.caption
RETURN a.caption AS agreement, a.signed AS signed, collect(p.caption) AS parties
ORDER BY signed, agreement
