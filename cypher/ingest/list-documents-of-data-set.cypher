// purpose: The ids of the documents a data set cites, to find those that left it.
// mode: read
// params: $dataSet (string, id of a data set)
// columns: id
MATCH (d:Document)
WHERE $dataSet IN d.dataSets
RETURN d.id AS id
ORDER BY id
