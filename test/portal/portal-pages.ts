/** An address of every page, for the rules that hold on all of them. */
export const portalPages: readonly string[] = ['/plans', '/plans?year=2023&text=%E5%85%A8%E5%B8%82', '/plans?year=1999&kind=KEY_POINTS'];
