import { wordingWithin } from './align/shared-wording';

/** What titles of plans say beside their subject: year, place, level and sort of document. */
const FRAME =
  /关于|印发|的通知|通知|\d{4}年度?|[全本](?:省|市|州|区|县|旗|镇|乡)|.{1,12}?(?:人民政府)?办公[室厅](?=关于|印发|\d)|工作要点|重点工作|重点任务|任务分解|任务分工|分工|分解|工作|要点|任务|重点|安排|方案|实施|清单|台账|表|年度|[《》（）()〈〉“”]/gu;

const LEAST_SHARE = 0.6;

/** The subject of a plan as its title gives it, without the names of its place. */
function subjectOf(title: string, places: readonly string[]): string {
  let text = title.normalize('NFKC').replace(/\s+/gu, '');
  for (const place of places.toSorted((a, b) => b.length - a.length)) text = text.replaceAll(place, '');
  return text.replace(FRAME, '').replace(/^(?:省|市|州|区|县|旗|镇|乡)(?=政|级)/u, '');
}

/** Whether two plans are about the same by their titles: one subject stands, in the main, in the other. */
export function haveSameSubject(a: string, b: string, places: readonly string[]): boolean {
  const [ofA, ofB] = [subjectOf(a, places), subjectOf(b, places)].toSorted((x, y) => x.length - y.length) as [string, string];
  return ofA !== '' && (ofB.includes(ofA) || wordingWithin(ofA, ofB) >= LEAST_SHARE);
}
