// purpose: The ids of a data set's statements in the graph, page by page, to find those that left it.
// mode: read
// params: $dataSet (string, id of a data set)
// params: $after (string, the last id of the page before, empty for the first)
// params: $limit (integer, ids on a page)
// columns: id
MATCH (s:Statement)
WHERE s.id > $after AND s.dataSet = $dataSet
RETURN s.id AS id
ORDER BY id
LIMIT $limit
