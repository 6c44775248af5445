// purpose: How many statements of a data set are in the graph: more than it has means that some left it.
// mode: read
// params: $dataSet (string, id of a data set)
// columns: statements
MATCH (s:Statement)
WHERE s.dataSet = $dataSet
RETURN count(s) AS statements
