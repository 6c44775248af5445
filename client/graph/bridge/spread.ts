interface Block {
  /** Sum of (desired − offset) of its members, and how many there are. */
  sum: number;
  count: number;
}

/**
 * Places values so that neighbours are at least `gap` apart and all lie in [low, high], moving them as little as
 * possible (least squares, order kept as given). Where they do not fit, the gap shrinks evenly.
 * @param desired wished places, in the order they shall keep
 */
export function spread(
  desired: readonly number[],
  gap: number,
  low: number,
  high: number,
): readonly number[] {
  const count = desired.length;
  if (count === 0) return [];
  const step = count > 1 ? Math.min(gap, Math.max(0, high - low) / (count - 1)) : 0;
  const blocks: Block[] = [];
  desired.forEach((wish, index) => {
    blocks.push({ sum: wish - index * step, count: 1 });
    while (blocks.length > 1) {
      const last = blocks.at(-1);
      const before = blocks.at(-2);
      if (!last || !before || before.sum / before.count <= last.sum / last.count) break;
      blocks.splice(blocks.length - 2, 2, { sum: before.sum + last.sum, count: before.count + last.count });
    }
  });
  const highest = high - (count - 1) * step;
  const places: number[] = [];
  for (const block of blocks) {
    const base = Math.min(Math.max(block.sum / block.count, low), Math.max(low, highest));
    for (let member = 0; member < block.count; member += 1) places.push(base + places.length * step);
  }
  return places;
}
