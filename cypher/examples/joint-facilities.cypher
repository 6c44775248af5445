// purpose: Laboratories and programmes that institutions of both shores run or support.
// title: Joint laboratories and programmes
// question: What do Indian and Japanese institutions run together?
// mode: read
// columns: what, indian, japanese
MATCH (i:Organisation {country: 'IN'})-[x]->(n:Entity)<-[y]-(j:Organisation {country: 'JP'})
WHERE ('Facility' IN labels(n) OR 'Programme' IN labels(n)) AND type(x) IN ['SUPPORTS', 'OPERATES', 'ESTABLISHED']
  AND type(y) IN ['SUPPORTS', 'OPERATES', 'ESTABLISHED']
RETURN n.caption AS what, collect(DISTINCT i.caption) AS indian, collect(DISTINCT j.caption) AS japanese
ORDER BY what
