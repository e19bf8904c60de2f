import { setFlagsFromString } from 'node:v8';

/**
 * Lets the heap grow by less than half of what lives in it before garbage is looked for, instead of threefold. For work over
 * millions of rows, which makes much garbage and keeps little: it then fits in a fraction of the memory and takes a little longer.
 */
export function keepHeapLean(): void {
  setFlagsFromString('--heap-growing-percent=40');
}
