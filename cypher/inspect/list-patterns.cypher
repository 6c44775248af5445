// purpose: From which combination of labels to which each relationship type goes, and how often.
// mode: read
// columns: source, type, target, count
MATCH (a)-[r]->(b)
RETURN labels(a) AS source, type(r) AS type, labels(b) AS target, count(*) AS count
