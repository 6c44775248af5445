import { AppError } from '../../server/app-error.ts';
import { INGEST_LIMITS } from './limits.ts';

/** One thing that is wrong in the input. */
export interface Problem {
  /** As the person gave it or will find it; relative to the working folder where possible. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** What is wrong and what to do, without a full stop at the end. */
  readonly text: string;
}

/** Gathers the problems of a run, so that one run shows them all. */
export interface ProblemList {
  add(file: string, line: number, text: string): void;
  /** How many were added, kept or not. */
  count(): number;
  /** By file, line and text. */
  sorted(): readonly Problem[];
}

export function createProblemList(): ProblemList {
  const kept: Problem[] = [];
  let added = 0;
  return {
    add(file, line, text) {
      added += 1;
      if (kept.length < INGEST_LIMITS.problemsKept) kept.push({ file, line, text });
    },
    count: () => added,
    sorted: () =>
      [...kept].sort((a, b) => compare(a.file, b.file) || a.line - b.line || compare(a.text, b.text)),
  };
}

/** `file:line: text`, the form editors turn into a link. */
export function formatProblem(problem: Problem): string {
  return `${problem.file}:${problem.line}: ${problem.text}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A text of the input, short enough to stand in a message and without line ends. */
export function quote(text: unknown): string {
  const plain = typeof text === 'object' ? JSON.stringify(text) : String(text);
  const line = plain.replace(/[\p{Cc}\p{Cs}]+/gu, ' ');
  return `"${line.length > 80 ? `${line.slice(0, 80)}…` : line}"`;
}

/**
 * What a reader throws that cannot go on in its file; the pipeline turns it into a problem and takes the next file.
 * @param line from 1
 */
export function unreadableFile(line: number, text: string): AppError {
  return new AppError('invalid-body', text, { position: { offset: 0, line, column: 1 } });
}

/** The line an unreadable file is unreadable at; null for any other error. */
export function unreadableLine(error: unknown): number | null {
  return error instanceof AppError ? (error.details.position?.line ?? null) : null;
}
