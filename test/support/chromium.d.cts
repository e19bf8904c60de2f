/** The Chromium of this machine, or the one that CHROMIUM_PATH names; null where there is none. */
export function findChromium(): string | null;
