// purpose: Creates entities of one label.
// mode: write
// params: $rows (list of maps, the properties of one entity each, one batch)
// ENTITY_LABEL stands for a label of the closed vocabulary; the loader puts it in (scripts/ingest/load/ingest-statements.ts).
UNWIND $rows AS row
CREATE (n:Entity:ENTITY_LABEL)
SET n = row
