// purpose: All relationships between entities whose source lies in a range of ids, in groups that have all facts in common but when they hold.
// mode: read
// params: $from (string, first id of the range)
// params: $to (string, last id of the range)
// columns: type, role, modality, disputed, documents, passages, documentIds, sources, targets, holds
// Ends are the numbers that the database has for nodes (list-topology-nodes): ids as text would be most of the answer.
MATCH (a:Entity)-[r]->(b:Entity)
WHERE a.id >= $from AND a.id <= $to
RETURN type(r) AS type, coalesce(r.role, '') AS role, coalesce(r.modality, 'stated') AS modality,
       coalesce(r.disputed, false) AS disputed, coalesce(r.documents, 0) AS documents,
       coalesce(r.passages, 0) AS passages, coalesce(r.documentIds, []) AS documentIds,
       collect(id(a)) AS sources, collect(id(b)) AS targets, collect(coalesce(r.holds, [])) AS holds
