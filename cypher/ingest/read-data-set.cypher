// purpose: A data set's node as it is.
// mode: read
// params: $id (string, id of a data set)
// columns: properties
MATCH (d:DataSet {id: $id})
RETURN properties(d) AS properties
