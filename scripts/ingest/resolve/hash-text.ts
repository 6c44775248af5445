/** A 64-bit hash as two unsigned 32-bit halves; fast, well spread, not for secrets. */
export interface Hash64 {
  high: number;
  low: number;
}

/** Hashes the UTF-16 units of a text into `into`, so that hashing a million ids makes no garbage. */
export function hashText(text: string, into: Hash64): Hash64 {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, 2_654_435_761);
    b = Math.imul(b ^ unit, 1_597_334_677);
  }
  a = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909);
  b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909);
  into.high = b >>> 0;
  into.low = a >>> 0;
  return into;
}
