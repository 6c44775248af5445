// purpose: Organisations behind the agreements and programmes that cover a topic.
// title: At work on a topic
// question: Who works on artificial intelligence, and in what?
// template: Who works on {topic}, and in what?
// mode: read
// params: $topic (string, the topic; entity Topic; example "topic:outer-space")
// columns: organisation, country, through
MATCH (t:Topic {id: $topic})<-[:COVERS]-(x:Entity)<-[r]-(o:Organisation)
WHERE type(r) IN ['PARTY_TO', 'SUPPORTS', 'OPERATES', 'ESTABLISHED', 'HOSTED', 'PARTICIPATES_IN', 'MEMBER_OF']
WITH o AS o, x AS x
ORDER BY x.caption
RETURN o.caption AS organisation, o.country AS country, collect(DISTINCT x.caption) AS through
ORDER BY organisation
