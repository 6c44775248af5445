UNWIND $rows AS row
MATCH (a:Statement {id: row.source})
MATCH (b:Entity {id: row.target})
CREATE (a)-[r:STATED_IN]->(b)
SET r = row.properties
