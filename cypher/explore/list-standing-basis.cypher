// purpose: The dates and terms of agreements, on which their standing rests.
// mode: read
// params: $ids (list of string, ids of agreements, at most 1000)
// columns: subject, id, type, ordinal, basis, from, to, conditional, what, date, modality, statesUpTo
MATCH (s:Statement)
WHERE s.subject IN $ids AND s.type IN ['TERM', 'DATE']
OPTIONAL MATCH (s)-[:STATED_IN]->(d:Document)
WITH s AS s, max(d.statesUpTo) AS statesUpTo
RETURN s.subject AS subject, s.id AS id, s.type AS type, s.ordinal AS ordinal, s.basis AS basis, s.from AS from,
       s.to AS to, s.conditional AS conditional, s.what AS what, s.date AS date, s.modality AS modality,
       statesUpTo AS statesUpTo
ORDER BY id
