// purpose: Relationships that begin and end among given entities, to be drawn.
// title: Relationships among entities
// question: What joins DST, JSPS, JST and MEXT?
// mode: read
// params: $ids (list, ids of entities; example ["org:dst", "org:jsps", "org:jst", "org:mext", "org:isro", "org:jaxa"])
// columns: one, r, other
MATCH (one:Entity)-[r]->(other:Entity)
WHERE one.id IN $ids AND other.id IN $ids
RETURN one AS one, r AS r, other AS other
ORDER BY r.id
