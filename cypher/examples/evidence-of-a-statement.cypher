// purpose: What the sources state of one organisation, with the place in the document.
// title: Who says so
// question: Which passages speak of NCPOR?
// mode: read
// columns: statement, object, document, paragraph, paraphrase
MATCH (n:Entity)
WHERE n.caption = 'NCPOR'
MATCH (s:Statement)-[r:STATED_IN]->(d:Document)
WHERE s.subject = n.id OR s.object = n.id
RETURN s.type AS statement, coalesce(s.object, s.value) AS object, d.caption AS document, r.paragraph AS paragraph,
       r.paraphrase AS paraphrase
ORDER BY document, paragraph, statement
