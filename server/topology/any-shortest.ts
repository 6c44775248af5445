import type { AnyPathAnswer, PathQuery } from './found-path.ts';
import { meet } from './meet.ts';
import { readMeeting } from './read-meeting.ts';
import type { SearchSpace } from './search-space.ts';
import type { StopCheck } from './stop-check.ts';

/** Any one path of least hops: that by which the two searches met (see `meet`). */
export function findAnyShortest(space: SearchSpace, query: PathQuery, check: StopCheck): AnyPathAnswer {
  const reach = meet(space, query, null, check);
  return { reach, path: reach.outcome === 'found' ? readMeeting(space, query.weights, reach.hops) : null };
}
