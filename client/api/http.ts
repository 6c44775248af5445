import type { Problem } from '../../server/contract/problem.ts';
import { ROUTES, type RouteName } from '../../server/contract/routes.ts';
import { ApiError } from './api-error.ts';

export type QueryValue = string | number | boolean | readonly string[] | undefined;

export interface HttpClient {
  /** GETs a route; `{id}` in its path is filled from `id`. @throws ApiError */
  get<T>(
    route: RouteName,
    options?: { id?: string; query?: Record<string, QueryValue>; signal?: AbortSignal },
  ): Promise<T>;
}

function urlOf(route: RouteName, id: string | undefined, query: Record<string, QueryValue>): string {
  const path = ROUTES[route].path.replace('{id}', encodeURIComponent(id ?? ''));
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) params.set(name, typeof value === 'object' ? value.join(',') : String(value));
  }
  const text = params.toString();
  return text === '' ? path : `${path}?${text}`;
}

async function readProblem(response: Response): Promise<ApiError> {
  try {
    const problem = (await response.json()) as Partial<Problem>;
    if (problem.code !== undefined)
      return new ApiError({ ...problem, code: problem.code, detail: problem.detail ?? '' });
  } catch {
    // The answer did not come from the service itself: a proxy's page.
  }
  return new ApiError({ code: 'unreachable', detail: `The service answered ${response.status}.` });
}

export function createHttpClient(fetcher: typeof fetch): HttpClient {
  return {
    async get<T>(
      route: RouteName,
      options: { id?: string; query?: Record<string, QueryValue>; signal?: AbortSignal } = {},
    ): Promise<T> {
      const url = urlOf(route, options.id, options.query ?? {});
      let response: Response;
      try {
        response = await fetcher(url, {
          headers: { accept: 'application/json' },
          ...(options.signal ? { signal: options.signal } : {}),
        });
      } catch (error) {
        if (options.signal?.aborted) throw error;
        throw new ApiError({ code: 'unreachable', detail: 'The service does not answer.' });
      }
      if (!response.ok) throw await readProblem(response);
      return (await response.json()) as T;
    },
  };
}
