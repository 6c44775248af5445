// purpose: Who sits in a committee, working group, network or joint laboratory.
// title: Members of a body
// question: Who are the members of the Belle II collaboration in India?
// template: Who are the members of {body}?
// mode: read
// params: $body (string, the body; entity Organisation, Facility; example "org:belle-ii-india")
// columns: member, country, since
MATCH (m:Entity)-[r:MEMBER_OF]->(b:Entity {id: $body})
RETURN m.caption AS member, m.country AS country, r.from AS since
ORDER BY member
