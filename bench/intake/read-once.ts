import { readFileSync } from 'node:fs';
import { parseDocument } from '../../src/intake';

const SAMPLE_MILLISECONDS = 20;

/** What the processes that this one started took at most so far; 0 where the system does not tell (Linux does). */
function childKilobytes(): number {
  try {
    const children = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').trim().split(' ');
    const peaks = children.map((id) => Number(/^VmHWM:\s*(\d+)/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0));
    return Math.max(0, ...peaks);
  } catch {
    return 0;
  }
}

/** Reads one file and says how long that took, how many tasks it found and what it and its helper took of memory at most. */
async function main(path: string): Promise<void> {
  const bytes = readFileSync(path);
  let helperKilobytes = 0;
  const sampling = setInterval(() => (helperKilobytes = Math.max(helperKilobytes, childKilobytes())), SAMPLE_MILLISECONDS);
  const start = process.hrtime.bigint();
  const { tasks } = await parseDocument(bytes, path);
  const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
  clearInterval(sampling);
  const kilobytes = process.resourceUsage().maxRSS;
  process.stdout.write(JSON.stringify({ milliseconds, tasks: tasks.length, kilobytes, helperKilobytes }));
}

void main(process.argv[2] ?? '');
