import type { CsvTable } from '../../csv-table';
import { PageMissing } from '../../page';
import { taskLedgerDocument } from './ledger.document';

/** Who owes a task and what was reported last, a row for each unit. */
export const ledgerCsv: CsvTable = {
  path: '/tasks/:id(^[A-Za-z0-9_=-]{1,100}$).csv',
  async load({ params, ask }) {
    const { task } = await ask(taskLedgerDocument, { id: params['id']! });
    if (!task) throw new PageMissing();
    return {
      columns: [
        'obligationId',
        'unitId',
        'unitName',
        'group',
        'status',
        'dueOn',
        'originalDueOn',
        'completedOn',
        'daysLate',
        'lastEvidenceOn',
        'period',
        'percentage',
        'narrative',
        'evidence',
      ],
      rows: task.obligations.nodes.map(({ id, unit, group, entries: { nodes }, ...row }) => {
        const entry = nodes.find(({ isCurrent }) => isCurrent);
        return [
          id,
          unit.id,
          unit.name,
          group?.expression ?? null,
          row.status,
          row.dueOn,
          row.originalDueOn,
          row.completedOn,
          row.daysLate,
          row.lastEvidenceOn,
          entry?.period ?? null,
          entry?.percentage ?? null,
          entry?.narrative ?? null,
          entry ? entry.evidence.map(({ url }) => url) : null,
        ];
      }),
    };
  },
};
