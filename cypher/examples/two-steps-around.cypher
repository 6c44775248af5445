// purpose: Everything at most two relationships away from an entity, without places.
// title: The surroundings
// question: What lies within two steps of JAXA?
// template: What lies within two steps of {entity}?
// mode: read
// params: $entity (string, where to begin; entity Organisation, Agreement, Programme, Facility, Mission, Event; example "org:jaxa")
// columns: distance, entity, kind
MATCH path = (o:Entity {id: $entity})-[*1..2]-(n:Entity)
WHERE n.id <> $entity AND NOT 'Place' IN labels(n)
WITH n AS n, min(length(path)) AS distance
RETURN distance AS distance, n.caption AS entity, [label IN labels(n) WHERE label <> 'Entity'][0] AS kind
ORDER BY distance, entity
LIMIT 200
