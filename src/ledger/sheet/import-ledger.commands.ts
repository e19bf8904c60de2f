import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { appendAuditEvent } from '../../audit';
import { DocumentRefused, findUpload, readSheetsApart } from '../../intake';
import { CommandRefusal, forbidden, globalId, mayActFor, type Viewer } from '../../platform/graphql';
import { insertEntry } from '../entries/entry.commands';
import { openRound } from '../review/submit.commands';
import { checkRows, type CheckedReport, type CheckedSheet } from './check-rows';
import { findRows } from './find-rows';

const mostRows = 2_000;
const mostReports = 500;

export interface LedgerFile {
  uploadId: string;
  unitKey: number;
}

interface LedgerSheet extends CheckedSheet {
  fileName: string;
  sha256: string;
}

/** Reads and checks a ledger that a unit filled in; writes nothing. */
export async function readLedger(manager: EntityManager, viewer: Viewer, { uploadId, unitKey }: LedgerFile): Promise<LedgerSheet> {
  if (!mayActFor(viewer, unitKey))
    throw forbidden('Only a reporter of the unit itself may do this. / 只有该单位的填报人可以操作。', { field: 'unitId' });
  const { fileName, content } = await findUpload(manager, uploadId, viewer.subject);
  const sheet = findRows(await readSheetsApart(content).catch(refuseUnread));
  if (sheet.rows.length > mostRows) throw tooMany('ROWS', mostRows, '行', 'rows');
  const checked = await checkRows(manager, viewer, unitKey, sheet);
  if (checked.reports.length > mostReports) throw tooMany('REPORTS', mostReports, '行填报', 'reports');
  return { ...checked, fileName, sha256: createHash('sha256').update(content).digest('hex') };
}

/** Reports all that a checked ledger says, and puts it before its reviewers where asked to. Gives the keys of the entries. */
export async function reportLedger(
  manager: EntityManager,
  viewer: Viewer,
  unitKey: number,
  { reports, fileName, sha256 }: LedgerSheet,
  submit: boolean,
): Promise<number[]> {
  const written = [];
  if (reports.length === 0) return [];
  for (const report of reports) written.push(await write(manager, viewer, report, submit));
  await appendAuditEvent(manager, {
    actor: viewer.subject,
    action: 'ledger.import',
    subject: globalId('Unit', unitKey),
    payload: { fileName, sha256, entries: written.map(({ logged }) => logged) },
  });
  return written.map(({ entryKey }) => entryKey);
}

async function write(manager: EntityManager, viewer: Viewer, { held, content }: CheckedReport, submit: boolean) {
  const { entryKey, supersedesId } = await insertEntry(manager, held, content, viewer.subject);
  const round = submit ? (await openRound(manager, viewer, { type: 'LEDGER_ENTRY', id: entryKey }, null)).after : null;
  const logged = {
    entry: globalId('LedgerEntry', entryKey),
    obligation: globalId('Obligation', held.id),
    before: supersedesId === null ? null : { entry: globalId('LedgerEntry', supersedesId) },
    after: content,
    submitted: round,
  };
  return { entryKey, logged };
}

function refuseUnread(error: unknown): never {
  if (error instanceof DocumentRefused) throw new CommandRefusal('UNREADABLE_DOCUMENT', error.message, ['uploadId']);
  throw error;
}

function tooMany(code: string, most: number, chinese: string, english: string): CommandRefusal {
  return new CommandRefusal(
    `TOO_MANY_${code}`,
    `一次最多导入 ${most} ${chinese}，请分批上传。 At most ${most} ${english} at a time: upload them in parts.`,
    ['uploadId'],
  );
}
