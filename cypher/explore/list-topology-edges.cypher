// purpose: All relationships between entities whose source lies in a range of ids, as parallel columns.
// mode: read
// params: $from (string, first id of the range)
// params: $to (string, last id of the range)
// columns: sources, targets, types, roles, modalities, documents, passages, documentIds, disputed, holds
MATCH (a:Entity)-[r]->(b:Entity)
WHERE a.id >= $from AND a.id <= $to
RETURN collect(a.id) AS sources, collect(b.id) AS targets, collect(type(r)) AS types,
       collect(coalesce(r.role, '')) AS roles, collect(coalesce(r.modality, 'stated')) AS modalities,
       collect(coalesce(r.documents, 0)) AS documents, collect(coalesce(r.passages, 0)) AS passages,
       collect(coalesce(r.documentIds, [])) AS documentIds, collect(coalesce(r.disputed, false)) AS disputed,
       collect(coalesce(r.holds, [])) AS holds
