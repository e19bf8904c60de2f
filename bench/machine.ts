import { cpus, totalmem } from 'node:os';

/** Where and when a figure was taken, as a line of its report. */
export function machineLine(): string {
  const [first] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${first?.model ?? 'unknown processor'}, ${memory} GiB, Node ${process.version}`;
}

/** A table of Markdown. */
export function markdownTable(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  return [heading, heading.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
