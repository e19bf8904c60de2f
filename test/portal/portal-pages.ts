/** An address of every page, for the rules that hold on all of them. */
export const portalPages: readonly string[] = [
  '/plans',
  '/plans?year=2023&text=%E5%85%A8%E5%B8%82',
  '/plans?year=1999&kind=KEY_POINTS',
  '/plans/dazhou-2023-key-points',
  '/plans/meishan-2023-assignment-table?target=1',
  '/plans/guangyuan-2022-work-arrangement',
  '/plans/wanyuan-2021-implementation-plan',
  '/tasks/VGFzazozNw',
  '/tasks/VGFzazoxMDA',
];
