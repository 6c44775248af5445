// purpose: Laboratories and programmes that institutions of two countries run or support.
// title: Joint laboratories and programmes
// question: What do Indian and Japanese institutions run together?
// template: What do institutions of {oneCountry} and {otherCountry} run together?
// mode: read
// params: $oneCountry (string, the one country; country; example "IN")
// params: $otherCountry (string, the other country; country; example "JP")
// columns: what, one, other
MATCH (i:Organisation {country: $oneCountry})-[x]->(n:Entity)<-[y]-(j:Organisation {country: $otherCountry})
WHERE ('Facility' IN labels(n) OR 'Programme' IN labels(n)) AND type(x) IN ['SUPPORTS', 'OPERATES', 'ESTABLISHED']
  AND type(y) IN ['SUPPORTS', 'OPERATES', 'ESTABLISHED']
WITH n AS n, i AS i, j AS j
ORDER BY i.caption, j.caption
RETURN n.caption AS what, collect(DISTINCT i.caption) AS one, collect(DISTINCT j.caption) AS other
ORDER BY what
