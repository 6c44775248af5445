MATCH p = SHORTEST 5 (a:Entity {id: $from})-[r]-{1,8}(b:Entity {id: $to})
RETURN [n IN nodes(p) | n.id] AS nodes
