// purpose: No two statements share an id; look-ups and MERGE on it use the index behind the constraint.
// mode: schema
CREATE CONSTRAINT statement_id IF NOT EXISTS FOR (n:Statement) REQUIRE n.id IS UNIQUE
