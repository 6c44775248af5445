// purpose: All relationships between entities whose source lies in a range of ids, in groups that have all facts in common but when they hold.
// mode: read
// params: $from (string, first id of the range)
// params: $to (string, last id of the range)
// columns: type, role, modality, disputed, documents, passages, documentIds, sources, targets, holds
MATCH (a:Entity)-[r]->(b:Entity)
WHERE a.id >= $from AND a.id <= $to
RETURN type(r) AS type, coalesce(r.role, '') AS role, coalesce(r.modality, 'stated') AS modality,
       coalesce(r.disputed, false) AS disputed, coalesce(r.documents, 0) AS documents,
       coalesce(r.passages, 0) AS passages, coalesce(r.documentIds, []) AS documentIds,
       collect(a.id) AS sources, collect(b.id) AS targets, collect(coalesce(r.holds, [])) AS holds
