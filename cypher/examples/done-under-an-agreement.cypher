// purpose: What was set up, signed or begun under an instrument, up to three steps down.
// title: Done under an agreement
// question: What has come out of the letter of intent of DST and JST?
// template: What has come out of {agreement}?
// mode: read
// params: $agreement (string, the instrument; entity Agreement; example "agr:dst-jst-loi-2015")
// columns: step, what, kind
MATCH path = (x:Entity)-[:UNDER*1..3]->(a:Agreement {id: $agreement})
RETURN length(path) AS step, x.caption AS what, [label IN labels(x) WHERE label <> 'Entity'][0] AS kind
ORDER BY step, what
