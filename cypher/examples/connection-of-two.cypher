// purpose: The shortest way from one entity to another, to be drawn; not through places and topics.
// title: How two are connected
// question: How are ISRO and JSPS connected?
// template: How are {from} and {to} connected?
// mode: read
// params: $from (string, where the path begins; entity Organisation, Agreement, Programme, Facility, Mission, Event, Person; example "org:isro")
// params: $to (string, where it ends; entity Organisation, Agreement, Programme, Facility, Mission, Event, Person; example "org:jsps")
// columns: path
MATCH path = shortestPath((one:Entity {id: $from})-[*..6]-(other:Entity {id: $to}))
RETURN path AS path
LIMIT 1
