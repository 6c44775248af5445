// purpose: Meetings, visits and workshops of some years, with who took part.
// title: Events of a period
// question: Which meetings took place between 2018 and 2019, and who took part?
// template: Which meetings took place between {fromYear} and {toYear}, and who took part?
// mode: read
// params: $fromYear (integer, the first year; example 2018)
// params: $toYear (integer, the last year; example 2019)
// columns: event, start, participants
MATCH (e:Event)
WHERE left(e.start, 4) >= toString($fromYear) AND left(e.start, 4) <= toString($toYear)
OPTIONAL MATCH (p:Entity)-[:PARTICIPATES_IN]->(e)
WITH e AS e, p AS p
ORDER BY p.caption
RETURN e.caption AS event, e.start AS start, collect(p.caption) AS participants
ORDER BY start, event
