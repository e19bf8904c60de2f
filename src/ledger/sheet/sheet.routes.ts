import type { FastifyInstance } from 'fastify';
import type { Reader } from '../../platform/database';
import { badUserInput, demandRole, notFound, readKey, type Viewer } from '../../platform/graphql';
import { periodHelp, readPeriod } from '../period';
import { openObligations, sheetRows, type Query } from './sheet-rows.read-model';
import { writeCells } from './write-cells';
import { writeWorkbook } from './write-workbook';

interface SheetQuery {
  unit?: string;
  plan?: string;
  period?: string;
}

/**
 * `GET /ledger.xlsx?unit=…&plan=…&period=…`, for everyone signed in: the open rows of a unit's ledger, to be filled in and imported by
 * `importLedger`. Without `unit` those of the caller's own, without `plan` those of every plan. With `period` each row shows what was
 * reported on that period, else what was reported last.
 */
export function addLedgerSheetRoute(app: FastifyInstance, reader: Reader): void {
  const query: Query = (sql, params) => reader.rows(sql, params);
  app.get<{ Querystring: SheetQuery }>('/ledger.xlsx', { config: { audience: 'internal' } }, async (request, reply) => {
    const viewer = demandRole(request.viewer as Viewer | null, []);
    const { unit, plan, period = null } = request.query;
    if ([unit, plan, period].some(Array.isArray)) throw badUserInput('Give each parameter once. / 每个参数只能出现一次。');
    if (period !== null && !readPeriod(period)) throw badUserInput(`${periodHelp}. / 填报期无法识别。`, { field: 'period' });
    const unitKey = unit === undefined ? viewer.unitKey : readKey(unit, 'Unit');
    if (unitKey === null) throw badUserInput('Say whose ledger: unit=ID. / 请用 unit 参数指明单位。', { field: 'unit' });
    const ids = await openObligations(query, unitKey, plan === undefined ? null : readKey(plan, 'Plan'));
    if (ids.length === 0)
      throw notFound(
        'No reports are collected from this unit now, or on this plan. / 该单位目前没有需要填报的台账，或该要点的台账尚未启用。',
      );
    const rows = await sheetRows(
      query,
      ids.map((obligationId) => ({ obligationId, period })),
    );
    const workbook = await writeWorkbook(rows.map((row) => writeCells(row, period)));
    return reply
      .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
      .header('content-disposition', 'attachment; filename="ledger.xlsx"')
      .send(Buffer.from(workbook));
  });
}
