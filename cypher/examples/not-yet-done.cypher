// purpose: What is only planned, proposed, hoped for or discussed, with the document.
// title: Not yet done
// question: What is planned, proposed, hoped for or discussed only?
// mode: read
// params: $modalities (list, of planned, proposed, hoped and discussed; example ["planned", "proposed", "hoped", "discussed"])
// columns: subject, relation, object, modality, document
MATCH (s:Statement)-[:STATED_IN]->(d:Document)
WHERE s.modality IN $modalities AND s.object IS NOT NULL
MATCH (a:Entity {id: s.subject})
MATCH (b:Entity {id: s.object})
RETURN DISTINCT a.caption AS subject, s.type AS relation, b.caption AS object, s.modality AS modality,
       d.caption AS document
ORDER BY modality, subject, relation, object, document
