// purpose: No two entities share an id; look-ups and MERGE on it use the index behind the constraint.
// mode: schema
CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE
