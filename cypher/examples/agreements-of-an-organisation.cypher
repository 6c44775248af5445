// purpose: The instruments that an organisation is a party to, with their dates of signature and the other parties.
// title: Agreements of an organisation
// question: What has ISRO signed, when, and with whom?
// template: What has {organisation} signed, when, and with whom?
// mode: read
// params: $organisation (string, the party; entity Organisation; example "org:isro")
// columns: agreement, signed, parties
MATCH (o:Organisation {id: $organisation})-[:PARTY_TO]->(a:Agreement)
OPTIONAL MATCH (p:Entity)-[:PARTY_TO]->(a)
WHERE p.id <> $organisation
WITH a AS a, p AS p
ORDER BY p.caption
RETURN a.caption AS agreement, a.signed AS signed, collect(p.caption) AS parties
ORDER BY signed, agreement
