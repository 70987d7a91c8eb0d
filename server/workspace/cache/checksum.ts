const first = 0x9e3779b1;
const second = 0x85ebca6b;

/**
 * 64 bits that change when bytes do, in hexadecimal: against damage and for names, not against somebody who forges.
 * Written here since loading `node:crypto` takes longer than reading the cache of ten thousand files.
 */
export function checksum(bytes: Uint8Array): string {
  let low = bytes.length | 0;
  let high = ~low;
  const { buffer, byteOffset } = bytes.byteOffset % 4 === 0 ? bytes : Uint8Array.from(bytes);
  const words = new Int32Array(buffer, byteOffset, bytes.length >> 2);
  // Counted by hand: this runs before anything is compiled well.
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? 0;
    low = Math.imul(low ^ word, first);
    low ^= low >>> 15;
    high = Math.imul((high + word) | 0, second) ^ low;
  }
  for (const byte of bytes.subarray(words.length * 4)) {
    low = Math.imul(low ^ byte, first);
    low ^= low >>> 15;
    high = Math.imul((high + low) | 0, second);
  }
  return hexadecimal(low) + hexadecimal(high);
}

function hexadecimal(word: number): string {
  return (word >>> 0).toString(16).padStart(8, "0");
}
