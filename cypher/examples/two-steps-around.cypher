// purpose: Everything at most two relationships away from an organisation, without places.
// title: The surroundings of an organisation
// question: What lies within two steps of JAXA?
// mode: read
// columns: distance, entity, labels
MATCH path = (o:Organisation)-[*1..2]-(n:Entity)
WHERE o.caption = 'JAXA' AND n.id <> o.id AND NOT 'Place' IN labels(n)
WITH n AS n, min(length(path)) AS distance
RETURN distance AS distance, n.caption AS entity, labels(n) AS labels
ORDER BY distance, entity
LIMIT 200
