// purpose: The look-up index on Statement.subject: what is stated of an entity itself, and how agreements stand.
// mode: schema
CREATE INDEX statement_subject_lookup IF NOT EXISTS FOR (n:Statement) ON (n.subject)
