// purpose: Who held which post, and who says so when.
// title: Posts and people
// question: Who held a post in Japan, as which statement says?
// template: Who held a post in {body}, as of when?
// mode: read
// params: $body (string, a state or organisation; entity Place, Organisation; example "place:japan")
// columns: person, office, asOf
MATCH (s:Statement {type: 'HOLDS_POSITION'})
WHERE s.object = $body
MATCH (p:Person {id: s.subject})
RETURN p.caption AS person, s.office AS office, s.asOf AS asOf
ORDER BY asOf, person
