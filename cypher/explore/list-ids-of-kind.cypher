// purpose: Ids of all entities of a kind, of a country, or both.
// mode: read
// params: $kind (string or null, in lower case; null = any)
// params: $country (string or null, two letters; null = any)
// columns: ids
MATCH (n:Entity)
WHERE ($kind IS NULL OR toLower(coalesce(n.kind, '')) = $kind OR $kind IN coalesce(n.kinds, []))
  AND ($country IS NULL OR n.country = $country)
RETURN collect(n.id) AS ids
