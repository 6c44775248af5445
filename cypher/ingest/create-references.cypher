// purpose: Says in which documents statements are stated, and where.
// mode: write
// params: $rows (list of maps {statement, document, properties}, one batch)
UNWIND $rows AS row
MATCH (s:Statement {id: row.statement})
MATCH (d:Entity {id: row.document})
CREATE (s)-[r:STATED_IN]->(d)
SET r = row.properties
