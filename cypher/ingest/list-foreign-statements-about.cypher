// purpose: Ids of the statements of other data sets about entities themselves, for entities that several data sets share.
// mode: read
// params: $subjects (list of string, ids of entities, one batch)
// params: $dataSet (string, the data set that is being loaded)
// params: $types (list of string, ENTITY, NAME, KIND, DATE, TERM, FIGURE)
// columns: id
MATCH (s:Statement)
WHERE s.subject IN $subjects AND s.type IN $types AND s.dataSet <> $dataSet
RETURN s.id AS id
ORDER BY id
