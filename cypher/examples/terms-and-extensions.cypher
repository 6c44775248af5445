// purpose: The terms of agreements, extensions and renewals among them.
// title: Terms and extensions
// question: Which terms are stated of agreements, and which were extended?
// mode: read
// columns: agreement, term, basis, from, to, conditional
MATCH (s:Statement {type: 'TERM'})
MATCH (a:Agreement {id: s.subject})
RETURN a.caption AS agreement, s.ordinal AS term, s.basis AS basis, s.from AS from, s.to AS to,
       s.conditional AS conditional
ORDER BY agreement, term
