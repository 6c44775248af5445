// purpose: The data sets that are loaded, with their revisions.
// mode: read
// columns: id, title, shores, fields, revision
MATCH (d:DataSet)
RETURN d.id AS id, d.title AS title, coalesce(d.shores, []) AS shores, coalesce(d.fields, []) AS fields,
       d.revision AS revision
ORDER BY id
