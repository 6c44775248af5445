// purpose: The numbers that sources give of an entity: money, people, instruments.
// title: Numbers of an entity
// question: Which numbers are stated of the Indian beam line?
// template: Which numbers are stated of {entity}?
// mode: read
// params: $entity (string, of whom or what; entity Organisation, Agreement, Programme, Facility, Mission, Event; example "fac:indian-beamline-kek")
// columns: figure, value, unit, asOf, document
MATCH (s:Statement {type: 'FIGURE'})-[r:STATED_IN]->(d:Document)
WHERE s.subject = $entity
RETURN s.figure AS figure, s.value AS value, s.unit AS unit, s.asOf AS asOf, d.caption AS document
ORDER BY figure, value, document
