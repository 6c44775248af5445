// purpose: Ids of the statements that disagree with another one.
// mode: read
// columns: ids
MATCH (s:Statement)
WHERE size(coalesce(s.conflictsWith, [])) > 0
WITH s.id AS id
ORDER BY id
RETURN collect(id) AS ids
