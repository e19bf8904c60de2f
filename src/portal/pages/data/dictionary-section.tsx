import type { VNode } from 'preact';
import type { Dataset, Field } from '../../../open-data';
import { SectionHead } from '../../components/section-head';
import { useView } from '../../view';
import { inReadersLanguage } from './data-head';
import { readingOrder } from './reading-order';

/** The table whose fields are shown unfolded. */
const unfolded = 'tasks';

/** Every field of every table: the same registry from which the files are written. */
export function DictionarySection(): VNode {
  const { data } = useView().m;
  return (
    <section aria-labelledby="dictionary">
      <SectionHead id="dictionary" title={data.dictionary} note={data.dictionaryNote}>
        <a href="/data/dictionary.csv?bom=1">CSV</a>
        <a href="/data/dictionary.json">JSON</a>
        <a href="/data/datapackage.json">Table Schema</a>
      </SectionHead>
      {readingOrder.map((dataset) => (
        <DatasetFields key={dataset.name} dataset={dataset} />
      ))}
    </section>
  );
}

function DatasetFields({ dataset: { name, title, fields } }: { dataset: Dataset }): VNode {
  const view = useView();
  const { data } = view.m;
  return (
    <details class="drawer dictionary" id={`fields-${name}`} open={name === unfolded} data-print-open>
      <summary>
        {inReadersLanguage(view, title)} <code>{name}</code> <span class="soft">{data.fieldCount(fields.length)}</span>
      </summary>
      <div
        class="chart-table-frame"
        tabIndex={0}
        role="region"
        aria-label={`${data.dictionary}${view.m.site.colon}${inReadersLanguage(view, title)}`}
      >
        <table class="records">
          <caption class="hidden">{inReadersLanguage(view, title)}</caption>
          <thead>
            <tr>
              <th scope="col">{data.fieldColumns.name}</th>
              <th scope="col">{data.fieldColumns.title}</th>
              <th scope="col">{data.fieldColumns.type}</th>
              <th scope="col">{data.fieldColumns.description}</th>
              <th scope="col">{data.fieldColumns.example}</th>
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => (
              <FieldRow key={field.name} field={field} />
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function FieldRow({ field }: { field: Field }): VNode {
  const view = useView();
  const { data } = view.m;
  const { name, title, type, description, absent, unit, values, example, refersTo } = field;
  return (
    <tr>
      <th scope="row">
        <code>{name}</code>
      </th>
      <td>{inReadersLanguage(view, title)}</td>
      <td>
        {data.fieldType[type]}
        {unit && `（${inReadersLanguage(view, unit)}）`}
      </td>
      <td>
        {inReadersLanguage(view, description)}
        {absent && <span class="soft"> {data.emptyMeans(inReadersLanguage(view, absent))}</span>}
        {refersTo && (
          <span class="soft">
            {' '}
            → <code>{`${refersTo.dataset}.${refersTo.field}`}</code>
          </span>
        )}
        {values && <code class="field-values">{Object.keys(values).join(' ')}</code>}
      </td>
      <td class="field-example">{typeof example === 'object' ? JSON.stringify(example) : String(example)}</td>
    </tr>
  );
}
