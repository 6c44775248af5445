/** A binary heap of items with keys, the smallest key first, ties by the smaller item. */
export interface MinHeap {
  keys: Float64Array;
  items: Uint32Array;
  size: number;
}

/** @param capacity how many items it holds before it grows */
export function createMinHeap(capacity = 1024): MinHeap {
  return { keys: new Float64Array(capacity), items: new Uint32Array(capacity), size: 0 };
}

function grow(heap: MinHeap): void {
  const keys = new Float64Array(2 * heap.keys.length);
  const items = new Uint32Array(2 * heap.items.length);
  keys.set(heap.keys);
  items.set(heap.items);
  heap.keys = keys;
  heap.items = items;
}

export function pushItem(heap: MinHeap, key: number, item: number): void {
  if (heap.size === heap.keys.length) grow(heap);
  const { keys, items } = heap;
  let hole = heap.size;
  heap.size += 1;
  while (hole > 0) {
    const parent = (hole - 1) >>> 1;
    const parentKey = keys[parent] as number;
    if (parentKey < key || (parentKey === key && (items[parent] as number) <= item)) break;
    keys[hole] = parentKey;
    items[hole] = items[parent] as number;
    hole = parent;
  }
  keys[hole] = key;
  items[hole] = item;
}

/** Infinity when it is empty. */
export function leastKeyOf(heap: MinHeap): number {
  return heap.size === 0 ? Infinity : (heap.keys[0] as number);
}

/** Takes the item with the smallest key out of a heap that is not empty. */
export function popItem(heap: MinHeap): number {
  const { keys, items } = heap;
  const top = items[0] as number;
  const size = heap.size - 1;
  heap.size = size;
  const key = keys[size] as number;
  const item = items[size] as number;
  let hole = 0;
  for (let child = 1; child < size; child = 2 * hole + 1) {
    const right = child + 1;
    if (right < size) {
      const left = keys[child] as number;
      const other = keys[right] as number;
      if (other < left || (other === left && (items[right] as number) < (items[child] as number)))
        child = right;
    }
    const childKey = keys[child] as number;
    if (key < childKey || (key === childKey && item < (items[child] as number))) break;
    keys[hole] = childKey;
    items[hole] = items[child] as number;
    hole = child;
  }
  keys[hole] = key;
  items[hole] = item;
  return top;
}
