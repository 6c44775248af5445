// purpose: The look-up index on DataSet.id, which on Neo4j the constraint owns already.
// mode: schema
// The embedded engine scans all nodes without it, even where the constraint exists (2 ms a row at 10,000 nodes).
CREATE INDEX data_set_id_lookup IF NOT EXISTS FOR (n:DataSet) ON (n.id)
