// purpose: How many agreements there are in each field, and the first and last year.
// title: Agreements by field
// question: In which fields was most agreed, and when?
// mode: read
// columns: field, agreements, first, last
MATCH (a:Agreement)
RETURN a.field AS field, count(a) AS agreements, min(left(a.signed, 4)) AS first, max(left(a.signed, 4)) AS last
ORDER BY agreements DESC, field
