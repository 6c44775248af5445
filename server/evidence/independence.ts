/** What decides whether two documents are independent witnesses. */
export interface Witness {
  readonly id: string;
  readonly agency?: string | undefined;
  readonly publisher?: string | undefined;
}

/** Finds the witness of a document id. */
export type WitnessOf = (document: string) => Witness;

/** Documents of one agency (else one publisher) are one witness; a document that names neither stands for itself. */
export function witnessKey(witness: Witness): string {
  const name = witness.agency ?? witness.publisher;
  return name === undefined ? `id ${witness.id}` : `by ${name.normalize('NFKC').toLowerCase().trim()}`;
}

/** How many independent documents there are among those cited. */
export function countIndependent(documents: Iterable<string>, witnessOf: WitnessOf): number {
  const keys = new Set<string>();
  for (const document of documents) keys.add(witnessKey(witnessOf(document)));
  return keys.size;
}
