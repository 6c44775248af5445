// purpose: No two data sets share an id; look-ups and MERGE on it use the index behind the constraint.
// mode: schema
CREATE CONSTRAINT data_set_id IF NOT EXISTS FOR (n:DataSet) REQUIRE n.id IS UNIQUE
