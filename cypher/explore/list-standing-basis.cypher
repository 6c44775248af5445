// purpose: The dates and terms of agreements, on which their standing rests.
// mode: read
// params: $ids (list of string, ids of agreements, at most 1000)
// columns: subject, id, type, ordinal, basis, from, to, conditional, what, date, modality
UNWIND $ids AS subject
MATCH (s:Statement {subject: subject})
WHERE s.type IN ['TERM', 'DATE']
RETURN subject AS subject, s.id AS id, s.type AS type, s.ordinal AS ordinal, s.basis AS basis, s.from AS from,
       s.to AS to, s.conditional AS conditional, s.what AS what, s.date AS date, s.modality AS modality
ORDER BY id
