export function connectEnds(_t: any, q: any): any {
  return {
    nodes: q.ends.slice(0, 1),
    edges: [],
    connected: q.ends.slice(0, 1),
    unconnected: q.ends.slice(1),
    outcome: 'none',
  };
}
