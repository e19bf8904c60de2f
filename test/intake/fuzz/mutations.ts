import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file of each format, small enough to be read many times. */
const SAMPLES: readonly (readonly [format: string, path: string, mutants: number])[] = [
  ['docx', 'documents/wanyuan-2021.docx', 40],
  ['xlsx', 'documents/tongchuan-2023.xlsx', 40],
  ['html', 'html/guangyuan-2022.site.html', 30],
  ['html of Word', 'html/guangyuan-2022.word.html', 20],
  ['pdf', 'corpus-files/pdf/v11-scores-and-deductions.pdf', 12],
  ['text with columns kept by spaces', 'corpus-files/layout/t01-prefecture-table.txt', 30],
  ['text in the order of its file', 'corpus-files/default/x02-emergency-bureau.txt', 30],
  ['prose', 'corpus-files/default/w03-province-prose.txt', 30],
];

const ROWS: readonly (readonly string[])[] = [
  ['序号', '工作任务', '具体内容', '责任单位', '完成时限'],
  ['1', '加强主动公开', '公开重大项目批准和实施信息，每季度更新。', '市发展改革委、市住房城乡建设局', '2024年6月底前'],
  ['2', '', '公开财政预决算信息，\n接受社会监督。', '市财政局牵头，各县（市、区）人民政府配合', '长期坚持'],
  ['3', '加强政策解读', '政策文件与“解读材料”同步起草、同步发布。', '市级各部门', '及时公开'],
];
const table = (line: (cells: readonly string[]) => string): Buffer =>
  Buffer.from(`某市2024年政务公开工作要点任务分解表\n\n${ROWS.map(line).join('\n')}\n`);
const quoted = (cell: string): string => (/[\n",\t]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell);

/** Tables whose cells a text marks; as many copies of each are read as of a small file. */
const MARKED: readonly (readonly [format: string, bytes: Buffer])[] = [
  ['csv', table((cells) => cells.map(quoted).join(','))],
  ['tsv', table((cells) => cells.map(quoted).join('\t'))],
  ['markdown', table((cells) => `| ${cells.join(' | ').replace(/\n/g, '<br>')} |`)],
];
const MARKED_MUTANTS = 20;

/** A generator of numbers from 0 to 1 that gives the same ones for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

type Mutation = (bytes: Buffer, random: () => number) => Buffer;

const placeIn = (bytes: Buffer, random: () => number): number => Math.floor(random() * bytes.length);

const HOSTILE: readonly Buffer[] = [
  Buffer.from('（'.repeat(3000)),
  Buffer.from('<table>'.repeat(800)),
  Buffer.from('责任单位：'.repeat(1500)),
  Buffer.from(Array.from({ length: 3000 }, (_, index) => `${index}\n`).join('')),
  Buffer.from('、市教育局'.repeat(1500)),
  Buffer.from([0xff, 0xfe, 0x00, 0x00, 0xd8, 0x00, 0xdc, 0x00]),
];

const MUTATIONS: readonly Mutation[] = [
  function truncated(bytes, random) {
    return bytes.subarray(0, placeIn(bytes, random));
  },
  function beheaded(bytes, random) {
    return bytes.subarray(placeIn(bytes, random) >> 2);
  },
  function flipped(bytes, random) {
    const copy = Buffer.from(bytes);
    for (let count = 1 + Math.floor(random() * 40); count > 0; count -= 1) {
      const at = placeIn(copy, random);
      copy[at] = (copy[at] ?? 0) ^ (1 << Math.floor(random() * 8));
    }
    return copy;
  },
  function repeated(bytes, random) {
    const [from, to] = [placeIn(bytes, random), placeIn(bytes, random)].sort((left, right) => left - right) as [number, number];
    const piece = bytes.subarray(from, Math.min(to, from + 4000));
    return Buffer.concat([bytes.subarray(0, to), ...Array.from({ length: 5 }, () => piece), bytes.subarray(to)]);
  },
  function blanked(bytes, random) {
    const copy = Buffer.from(bytes);
    const at = placeIn(copy, random);
    return copy.fill(0, at, Math.min(copy.length, at + 200));
  },
  function infested(bytes, random) {
    const at = placeIn(bytes, random);
    return Buffer.concat([bytes.subarray(0, at), HOSTILE[Math.floor(random() * HOSTILE.length)] ?? bytes, bytes.subarray(at)]);
  },
];

/** Damaged and hostile copies of the samples, always the same. */
export function* mutants(fixtures: string): Generator<{ name: string; bytes: Buffer }> {
  const random = randomFrom(20230424);
  const samples = [
    ...SAMPLES.map(([format, path, count]) => ({ format, count, bytes: readFileSync(join(fixtures, path)) })),
    ...MARKED.map(([format, bytes]) => ({ format, count: MARKED_MUTANTS, bytes })),
  ];
  for (const { format, count, bytes } of samples) {
    for (let index = 0; index < count; index += 1) {
      const mutation = MUTATIONS[index % MUTATIONS.length]!;
      yield { name: `${format}, ${mutation.name} ${index}`, bytes: mutation(bytes, random) };
    }
  }
}
