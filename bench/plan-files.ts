export const PLANS = ['dazhou-2023', 'tongchuan-2023', 'wanyuan-2021', 'guangyuan-2022', 'meishan-2023'] as const;

/** Where the five plans are kept in each format; not every plan is there in all. */
export const PLAN_FILES: readonly (readonly [format: string, path: (plan: string) => string])[] = [
  ['text', (plan) => `seeds/documents/${plan}.txt`],
  ['docx', (plan) => `test/fixtures/documents/${plan}.docx`],
  ['xlsx', (plan) => `test/fixtures/documents/${plan}.xlsx`],
  ['html, page of a site', (plan) => `test/fixtures/html/${plan}.site.html`],
  ['html, saved by Word', (plan) => `test/fixtures/html/${plan}.word.html`],
  ['pdf', (plan) => `test/fixtures/pdf/${plan}.pdf`],
  ['pdf without lines', (plan) => `test/fixtures/pdf/${plan}.lineless.pdf`],
];
