// purpose: Statements that cannot all be true, with their sources.
// title: Where the sources disagree
// question: Which statements contradict each other, and where do they stand?
// mode: read
// columns: subject, type, says, document, paragraph
MATCH (s:Statement)-[r:STATED_IN]->(d:Document)
WHERE size(coalesce(s.conflictsWith, [])) > 0
RETURN s.subject AS subject, s.type AS type, coalesce(s.object, s.date, s.value) AS says, d.caption AS document,
       r.paragraph AS paragraph
ORDER BY subject, type, document, paragraph
