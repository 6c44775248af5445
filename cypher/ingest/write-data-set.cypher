// purpose: Says which data set is loaded in which revision; the last write of a load.
// mode: write
// params: $id (string, id of a data set)
// params: $properties (map, everything the node holds)
MERGE (d:DataSet {id: $id})
SET d = $properties
