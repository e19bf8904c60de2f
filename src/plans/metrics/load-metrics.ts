import type { EntityManager } from 'typeorm';
import type { SeedMetrics } from './read-metrics';

/** Makes the vocabulary that of the reference data, and the promises that are already here speak it. */
export async function loadMetrics(manager: EntityManager, { units, metrics }: SeedMetrics): Promise<void> {
  await manager.query(
    `insert into metric (code, title_zh, title_en, units, patterns, position)
     select code, "titleZh", "titleEn", units, patterns, position
     from jsonb_to_recordset($1) as x (code text, "titleZh" text, "titleEn" text, units text[], patterns text[], position integer)
     on conflict (code) do update set title_zh = excluded.title_zh, title_en = excluded.title_en, units = excluded.units,
       patterns = excluded.patterns, position = excluded.position`,
    [JSON.stringify(metrics.map((metric, index) => ({ ...metric, position: index + 1 })))],
  );
  const forms = units.flatMap(({ unit, forms: printed, factor }) => printed.map((form) => ({ form, unit, factor })));
  await manager.query(
    `insert into unit_form (form, unit, factor) select form, unit, factor from jsonb_to_recordset($1) as x (form text, unit text, factor integer)
     on conflict (form) do update set unit = excluded.unit, factor = excluded.factor`,
    [JSON.stringify(forms)],
  );
  await manager.query('delete from metric where code <> all($1)', [metrics.map(({ code }) => code)]);
  await manager.query('delete from unit_form where form <> all($1)', [forms.map(({ form }) => form)]);
  // The trigger of the table does the rest; what is right stays untouched.
  await manager.query(
    `update target x set unit = x.unit
     where x.comparable_unit is distinct from coalesce((select f.unit from unit_form f where f.form = x.unit), x.unit)
       or x.comparable_value is distinct from x.value * coalesce((select f.factor from unit_form f where f.form = x.unit), 1)
       or x.metric_code is distinct from recognised_metric(x.metric, x.phrase, coalesce((select f.unit from unit_form f where f.form = x.unit), x.unit))`,
  );
}
