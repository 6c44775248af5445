// purpose: Ids of the statements about what was only planned, proposed, hoped for or discussed.
// mode: read
// columns: ids
MATCH (s:Statement)
WHERE s.modality IN ['planned', 'proposed', 'hoped', 'discussed']
WITH s.id AS id
ORDER BY id
RETURN collect(id) AS ids
