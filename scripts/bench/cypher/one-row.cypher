MATCH (n:Entity {id: $id}) RETURN n.id AS id, n.caption AS caption
