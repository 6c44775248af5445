// purpose: What the sources state of an entity, with the place in the document.
// title: Who says so
// question: Which passages speak of NCPOR?
// template: Which passages speak of {entity}?
// mode: read
// params: $entity (string, whom or what; entity Organisation, Agreement, Programme, Facility, Mission, Event, Person; example "org:ncpor")
// columns: statement, object, document, paragraph, paraphrase
MATCH (s:Statement)-[r:STATED_IN]->(d:Document)
WHERE s.subject = $entity OR s.object = $entity
RETURN s.type AS statement, coalesce(s.object, s.value) AS object, d.caption AS document, r.paragraph AS paragraph,
       r.paraphrase AS paraphrase
ORDER BY document, paragraph, statement, object, paraphrase
