// purpose: Creates relationships of one type between entities.
// mode: write
// params: $rows (list of maps {source, target, properties}, one batch)
// RELATIONSHIP_TYPE stands for a type of the closed vocabulary; the loader puts it in (scripts/ingest/load/ingest-statements.ts).
UNWIND $rows AS row
MATCH (a:Entity {id: row.source})
MATCH (b:Entity {id: row.target})
CREATE (a)-[r:RELATIONSHIP_TYPE]->(b)
SET r = row.properties
