import type { Callable } from '../../contract/explore.ts';

type Row = readonly [signature: string, description: string];

/** Functions that every engine has. A test runs each on each engine. */
const COMMON_ROWS: readonly Row[] = [
  ['abs(number)', 'The number without its sign.'],
  ['acos(number)', 'The arc cosine, in radians.'],
  ['all(x IN list WHERE …)', 'True where the condition holds for every element.'],
  ['any(x IN list WHERE …)', 'True where the condition holds for an element.'],
  ['asin(number)', 'The arc sine, in radians.'],
  ['atan(number)', 'The arc tangent, in radians.'],
  ['atan2(y, x)', 'The arc tangent of y ÷ x, in radians.'],
  ['avg(value)', 'The mean of a group.'],
  ['ceil(number)', 'The next whole number at or above.'],
  ['char_length(text)', 'The number of characters.'],
  ['coalesce(value, …)', 'The first value that is not null.'],
  ['collect(value)', 'The values of a group as a list.'],
  ['cos(number)', 'The cosine of an angle in radians.'],
  ['count(value)', 'How many there are; count(*) counts rows.'],
  ['date(text)', 'A day, from 2016-11-11 or the like.'],
  ['datetime(text)', 'A moment with its zone.'],
  ['degrees(radians)', 'An angle in degrees.'],
  ['duration(text)', 'A span of time, from P1Y2M3D or the like.'],
  ['e()', "Euler's number."],
  ['elementId(element)', "The engine's own id of a node or relationship; it may change with the next load."],
  ['endNode(relationship)', 'The node to which it leads.'],
  ['exp(number)', 'e to that power.'],
  ['floor(number)', 'The next whole number at or below.'],
  ['head(list)', 'The first element.'],
  ['keys(element)', 'The names of its properties.'],
  ['labels(node)', 'Its labels.'],
  ['last(list)', 'The last element.'],
  ['left(text, length)', 'The first characters.'],
  ['length(path)', 'The number of relationships of a path.'],
  ['localdatetime(text)', 'A moment without a zone.'],
  ['localtime(text)', 'A time of day without a zone.'],
  ['log(number)', 'The natural logarithm.'],
  ['log10(number)', 'The logarithm to the base of ten.'],
  ['lower(text)', 'In lower case.'],
  ['ltrim(text)', 'Without spaces at the beginning.'],
  ['max(value)', 'The greatest of a group.'],
  ['min(value)', 'The least of a group.'],
  ['nodes(path)', 'Its nodes in walking order.'],
  ['none(x IN list WHERE …)', 'True where the condition holds for no element.'],
  ['normalize(text)', 'The text in Unicode form NFC.'],
  ['nullIf(value, other)', 'Null where the two are equal, else the value.'],
  ['percentileCont(value, share)', 'The percentile of a group, between two values where it falls there.'],
  ['percentileDisc(value, share)', 'The percentile of a group, one of its values.'],
  ['pi()', "The ratio of a circle's circumference to its diameter."],
  ['properties(element)', 'Its properties as a map.'],
  ['radians(degrees)', 'An angle in radians.'],
  ['rand()', 'A random number from 0 up to 1.'],
  ['range(from, to, step)', 'Whole numbers, both ends included.'],
  ['reduce(sum = 0, x IN list | …)', 'One value from a list, element by element.'],
  ['relationships(path)', 'Its relationships in walking order.'],
  ['replace(text, part, other)', 'Every such part replaced.'],
  ['reverse(list or text)', 'The other way round.'],
  ['right(text, length)', 'The last characters.'],
  ['round(number)', 'The nearest whole number.'],
  ['rtrim(text)', 'Without spaces at the end.'],
  ['sign(number)', '−1, 0 or 1.'],
  ['sin(number)', 'The sine of an angle in radians.'],
  ['single(x IN list WHERE …)', 'True where the condition holds for exactly one element.'],
  ['size(list or text)', 'The number of elements or characters.'],
  ['split(text, separator)', 'The parts between the separators.'],
  ['sqrt(number)', 'The square root.'],
  ['startNode(relationship)', 'The node from which it leads.'],
  ['stDev(value)', 'The standard deviation of a sample.'],
  ['stDevP(value)', 'The standard deviation of a whole group.'],
  ['substring(text, start, length)', 'A part of a text, counted from 0.'],
  ['sum(value)', 'The sum of a group.'],
  ['tail(list)', 'All but the first element.'],
  ['tan(number)', 'The tangent of an angle in radians.'],
  ['time(text)', 'A time of day with its zone.'],
  ['timestamp()', 'Milliseconds since 1970-01-01.'],
  ['toBoolean(value)', 'true or false; null where it is neither.'],
  ['toFloat(value)', 'A number with places; null where it is none.'],
  ['toInteger(value)', 'A whole number; null where it is none.'],
  ['toLower(text)', 'In lower case.'],
  ['toString(value)', 'The value as text.'],
  ['toUpper(text)', 'In upper case.'],
  ['trim(text)', 'Without spaces at both ends.'],
  ['type(relationship)', 'Its type.'],
  ['upper(text)', 'In upper case.'],
];

/** Functions of Neo4j 5 beyond the common ground. */
const FURTHER_ROWS: readonly Row[] = [
  ['btrim(text)', 'Without spaces at both ends.'],
  ['cot(number)', 'The cotangent of an angle in radians.'],
  ['date.truncate(unit, date)', 'The beginning of the unit in which a day lies.'],
  ['datetime.truncate(unit, moment)', 'The beginning of the unit in which a moment lies.'],
  ['datetime.fromepoch(seconds, nanoseconds)', 'The moment that many seconds after 1970-01-01.'],
  ['datetime.fromepochmillis(milliseconds)', 'The moment that many milliseconds after 1970-01-01.'],
  ['duration.between(from, to)', 'The span between two moments.'],
  ['duration.inDays(from, to)', 'The same in days.'],
  ['duration.inMonths(from, to)', 'The same in months.'],
  ['duration.inSeconds(from, to)', 'The same in seconds.'],
  ['haversin(radians)', 'Half the versine of an angle.'],
  ['isEmpty(list or text)', 'True where it has no elements or characters.'],
  ['isNaN(number)', 'True for what is no number.'],
  ['point(map)', 'A place, from {latitude, longitude} or {x, y}.'],
  ['point.distance(one, other)', 'Metres, or units, between two places.'],
  ['point.withinBBox(point, lower left, upper right)', 'True where it lies within the box.'],
  ['randomUUID()', 'A random identifier.'],
  ['toBooleanList(list)', 'Each element as a boolean or null.'],
  ['toBooleanOrNull(value)', 'A boolean, or null for anything else.'],
  ['toFloatList(list)', 'Each element as a number or null.'],
  ['toFloatOrNull(value)', 'A number, or null for anything else.'],
  ['toIntegerList(list)', 'Each element as a whole number or null.'],
  ['toIntegerOrNull(value)', 'A whole number, or null for anything else.'],
  ['toStringList(list)', 'Each element as text or null.'],
  ['toStringOrNull(value)', 'Text, or null for what has none.'],
  ['valueType(value)', 'The type of a value as text.'],
  ['vector.similarity.cosine(one, other)', 'How alike two lists of numbers are, by angle.'],
  ['vector.similarity.euclidean(one, other)', 'How alike two lists of numbers are, by distance.'],
];

const COMMON_PROCEDURE_ROWS: readonly Row[] = [
  ['db.labels() YIELD label', 'The labels in the database.'],
  ['db.relationshipTypes() YIELD relationshipType', 'The relationship types in the database.'],
  ['db.propertyKeys() YIELD propertyKey', 'The names of properties in the database.'],
];

const FURTHER_PROCEDURE_ROWS: readonly Row[] = [
  [
    'db.schema.visualization() YIELD nodes, relationships',
    'A node for each label and a relationship for each way in which a type joins them.',
  ],
  [
    'db.schema.nodeTypeProperties() YIELD nodeType, nodeLabels, propertyName, propertyTypes, mandatory',
    'The properties of nodes by their labels.',
  ],
  [
    'db.schema.relTypeProperties() YIELD relType, propertyName, propertyTypes, mandatory',
    'The properties of relationships by their type.',
  ],
  [
    'db.index.fulltext.queryNodes(index, text) YIELD node, score',
    'Nodes that a full-text index finds, the best first.',
  ],
  [
    'db.index.fulltext.queryRelationships(index, text) YIELD relationship, score',
    'Relationships that a full-text index finds, the best first.',
  ],
];

function toCallables(rows: readonly Row[]): Callable[] {
  return rows.map(([signature, description]) => ({
    name: signature.slice(0, signature.indexOf('(')),
    signature,
    description,
  }));
}

export const COMMON_FUNCTIONS = toCallables(COMMON_ROWS);
export const FURTHER_FUNCTIONS = toCallables(FURTHER_ROWS);
export const COMMON_PROCEDURES = toCallables(COMMON_PROCEDURE_ROWS);
export const FURTHER_PROCEDURES = toCallables(FURTHER_PROCEDURE_ROWS);
