// purpose: What was signed, adopted or agreed at a visit, summit or meeting.
// title: Signed on an occasion
// question: What was signed on the visit of October 2018, and by whom?
// template: What was signed at {event}, and by whom?
// mode: read
// params: $event (string, the occasion; entity Event; example "event:modi-japan-visit-2018-10")
// columns: agreement, parties
MATCH (a:Agreement)-[:SIGNED_AT]->(e:Event {id: $event})
OPTIONAL MATCH (p:Entity)-[:PARTY_TO]->(a)
WITH a AS a, p AS p
ORDER BY p.caption
RETURN a.caption AS agreement, collect(p.caption) AS parties
ORDER BY agreement
