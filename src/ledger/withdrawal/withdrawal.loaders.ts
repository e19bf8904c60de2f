import type { Reader } from '../../platform/database';
import { hydrate, loadMany } from '../../platform/graphql';
import { Withdrawal } from './withdrawal';

async function withdrawals(reader: Reader, condition: string, keys: readonly number[]): Promise<Withdrawal[]> {
  const rows = await reader.rows<object>(
    `select w.id, w.obligation_id as "obligationId", w.unit_id as "unitId", w.reason, w.withdrawn_at as "withdrawnAt"
     from withdrawal w where ${condition} order by w.withdrawn_at desc, w.id desc`,
    [keys],
  );
  return rows.map((row) => hydrate(Withdrawal, row));
}

export const withdrawnEntriesOf = loadMany<number, Withdrawal>(
  (reader, obligations) => withdrawals(reader, 'w.obligation_id = any($1)', obligations),
  ({ obligationId }) => obligationId!,
);

export const withdrawnEvaluationsOf = loadMany<number, Withdrawal>(
  (reader, units) => withdrawals(reader, 'w.unit_id = any($1) and w.evaluation_id is not null', units),
  ({ unitId }) => unitId,
);
