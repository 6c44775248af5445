// purpose: Removes entities that no data set states any more.
// mode: write
// params: $ids (list of string, one batch)
UNWIND $ids AS id
MATCH (n:Entity {id: id})
DETACH DELETE n
