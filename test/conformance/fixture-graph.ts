/** The graph that every case starts from. */
export const FIXTURE = [
  `CREATE (:Entity:Organisation {id: 'org:a', caption: 'Alpha', country: 'IN', n: 1}),
     (:Entity:Organisation {id: 'org:b', caption: 'Beta', country: 'JP', n: 2}),
     (:Entity:Organisation {id: 'org:c', caption: 'Gamma', country: 'JP', n: 3}),
     (:Entity:Agreement {id: 'agr:ab', caption: 'Alpha–Beta', signed: '2016-11-11', names: ['AB', 'अ', '日']}),
     (:Entity:Agreement {id: 'agr:bc', caption: 'Beta–Gamma', signed: '2018'}),
     (:Entity:Person {id: 'per:x', caption: 'X'}),
     (:Statement {id: 's:1', type: 'PARTY_TO', subject: 'org:a', object: 'agr:ab'})`,
  ...[
    ['org:a', 'agr:ab', 'PARTY_TO'],
    ['org:b', 'agr:ab', 'PARTY_TO'],
    ['org:b', 'agr:bc', 'PARTY_TO'],
    ['org:c', 'agr:bc', 'PARTY_TO'],
    ['agr:bc', 'agr:ab', 'UNDER'],
  ].map(
    ([from, to, type]) =>
      `MATCH (a:Entity {id: '${from}'}) MATCH (b:Entity {id: '${to}'}) CREATE (a)-[:${type} {id: '${type}~${from}~${to}', passages: 1}]->(b)`,
  ),
];
