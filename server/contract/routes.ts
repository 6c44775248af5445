/** Paths and methods as plain data, shared by the server's routers and the client's calls. */
export const ROUTES = {
  health: { method: 'get', path: '/api/health' },
  ready: { method: 'get', path: '/api/ready' },
  meta: { method: 'get', path: '/api/meta' },
  schema: { method: 'get', path: '/api/schema' },
  graph: { method: 'get', path: '/api/graph' },
  search: { method: 'get', path: '/api/search' },
  node: { method: 'get', path: '/api/nodes/{id}' },
  neighbours: { method: 'get', path: '/api/nodes/{id}/neighbours' },
  partners: { method: 'get', path: '/api/nodes/{id}/partners' },
  edge: { method: 'get', path: '/api/edges/{id}' },
  statement: { method: 'get', path: '/api/statements/{id}' },
  statements: { method: 'get', path: '/api/statements' },
  paths: { method: 'get', path: '/api/paths' },
  cypher: { method: 'post', path: '/api/cypher' },
  examples: { method: 'get', path: '/api/examples' },
  documents: { method: 'get', path: '/api/documents' },
  document: { method: 'get', path: '/api/documents/{id}' },
  export: { method: 'get', path: '/api/export' },
  reload: { method: 'post', path: '/api/reload' },
  openapi: { method: 'get', path: '/api/openapi.json' },
} as const;
export type RouteName = keyof typeof ROUTES;
