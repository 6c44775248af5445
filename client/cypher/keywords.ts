/** The clauses a reading statement is made of, with what each does. */
export const CLAUSES: Readonly<Record<string, string>> = {
  MATCH: 'Finds every place of the graph that has this pattern; each becomes a row.',
  'OPTIONAL MATCH': 'As MATCH, but keeps the row with nulls where the pattern is not found.',
  WHERE: 'Keeps only the rows for which the condition holds; null counts as not.',
  RETURN: 'Says what the answer holds: one column for each expression. AS names a column.',
  WITH: 'Passes on only these columns to the next part; aggregates and sorts as RETURN does.',
  UNWIND: 'Makes one row of each item of a list.',
  'ORDER BY': 'Sorts the rows; DESC turns the order round. Nulls come last when rising.',
  SKIP: 'Leaves out the first rows.',
  LIMIT: 'Keeps at most so many rows.',
  CALL: 'Calls a procedure, or runs a subquery in braces for each row.',
  YIELD: 'Names the columns that are taken from a procedure.',
  UNION: 'Puts two answers with the same columns together and drops equal rows; UNION ALL keeps them.',
};

/** What expressions are made of, with what is worth saying about it. */
export const OPERATORS: Readonly<Record<string, string>> = {
  DISTINCT: 'Drops rows, or values of an aggregate, that are equal to an earlier one.',
  AS: 'Gives an expression a name.',
  AND: 'True where both sides are.',
  OR: 'True where one of the sides is.',
  XOR: 'True where exactly one of the sides is.',
  NOT: 'Turns true and false round; null stays null.',
  IN: 'True where the value is an item of the list.',
  CASE: 'The first THEN whose WHEN holds, else the ELSE, else null. Ends with END.',
  WHEN: 'A condition or a value of CASE.',
  THEN: 'What CASE gives for the WHEN before it.',
  ELSE: 'What CASE gives where no WHEN holds.',
  END: 'Ends CASE.',
  'IS NULL': 'True where there is no value.',
  'IS NOT NULL': 'True where there is a value.',
  'STARTS WITH': 'True where the text begins with the other; capitals matter.',
  'ENDS WITH': 'True where the text ends with the other; capitals matter.',
  CONTAINS: 'True where the other text stands somewhere in this one; capitals matter.',
  EXISTS: 'With a pattern in braces: true where it is found at least once.',
  COUNT: 'With a pattern in braces: how often it is found. As a function: the number of rows or values.',
  COLLECT: 'As a function: the values of all rows as one list.',
  ASC: 'Rising order.',
  DESC: 'Falling order.',
  NULL: 'No value. Comparing with it gives null; ask with IS NULL.',
  TRUE: 'The value true.',
  FALSE: 'The value false.',
  SHORTESTPATH: 'One shortest path between two ends of a pattern.',
  ALLSHORTESTPATHS: 'All shortest paths between two ends of a pattern.',
};

/** Words in the order in which they are offered. */
export const OFFERED_PHRASES: readonly string[] = [...Object.keys(CLAUSES), ...Object.keys(OPERATORS)].filter(
  (phrase) => !['COUNT', 'COLLECT', 'SHORTESTPATH', 'ALLSHORTESTPATHS'].includes(phrase),
);

const WRITING = 'CREATE MERGE SET DELETE DETACH REMOVE FOREACH LOAD CSV DROP ON';
const OTHER =
  'EXPLAIN PROFILE ALL OFFSET ASCENDING DESCENDING NODE RELATIONSHIP SHORTEST ANY NONE SINGLE USING';

/** Every single word that can be a keyword, in upper case. */
export const KEYWORDS: ReadonlySet<string> = new Set(
  [...OFFERED_PHRASES, WRITING, OTHER].flatMap((phrase) => phrase.split(' ')),
);

/** Words with which a new clause begins, and so a new line. */
export const LINE_STARTS: ReadonlySet<string> = new Set(
  'MATCH OPTIONAL WHERE RETURN WITH UNWIND ORDER SKIP OFFSET LIMIT CALL UNION CREATE MERGE SET DELETE DETACH REMOVE'.split(
    ' ',
  ),
);

/** Keywords that a parenthesis may follow; any other word before one is a function. */
export const BEFORE_PARENTHESIS: ReadonlySet<string> = new Set(
  'MATCH WHERE RETURN WITH UNWIND BY SKIP OFFSET LIMIT CALL AND OR XOR NOT IN DISTINCT CASE WHEN THEN ELSE CONTAINS AS MERGE CREATE SET'.split(
    ' ',
  ),
);

/** Keywords that may stand right after an opening parenthesis or bracket; any other word there is a variable. */
export const AFTER_OPENING: ReadonlySet<string> = new Set(
  'NOT CASE DISTINCT TRUE FALSE NULL EXISTS'.split(' '),
);
