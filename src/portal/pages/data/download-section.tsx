import type { VNode } from 'preact';
import type { Dataset } from '../../../open-data';
import { SectionHead } from '../../components/section-head';
import { useView } from '../../view';
import type { DataAnswer } from './data.document';
import { inReadersLanguage } from './data-head';
import { readingOrder } from './reading-order';

type Latest = NonNullable<DataAnswer['latest']>;

const extensions = ['csv', 'xlsx', 'jsonl', 'parquet'] as const;

/** A row for each table of the open data, with its size in every format. */
export function DownloadSection({ latest }: { latest: Latest }): VNode {
  const { data } = useView().m;
  return (
    <section aria-labelledby="downloads">
      <SectionHead id="downloads" title={data.downloads} note={data.downloadsNote}>
        <a href="/data/datapackage.json">Data Package</a>
        <a href="/catalog.jsonld">DCAT JSON-LD</a>
        <a href="/catalog.ttl">Turtle</a>
      </SectionHead>
      <table class="download-table" role="table">
        <caption class="hidden">{data.downloads}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              {data.columns.file}
            </th>
            <th scope="col" role="columnheader">
              {data.columns.content}
            </th>
            <th scope="col" role="columnheader" class="numeric">
              {data.columns.rows}
            </th>
            <th scope="col" role="columnheader">
              {data.columns.dictionary}
            </th>
            <th scope="col" role="columnheader">
              {data.columns.formats}
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {readingOrder.map((dataset) => (
            <DownloadRow key={dataset.name} dataset={dataset} latest={latest} />
          ))}
        </tbody>
      </table>
      <p class="small soft">{data.stableAddress(latest.number)}</p>
    </section>
  );
}

function DownloadRow({ dataset, latest }: { dataset: Dataset; latest: Latest }): VNode {
  const view = useView();
  const { data } = view.m;
  const { name, title, description, fields } = dataset;
  const rows = latest.files.find((file) => file.name === `${name}.csv`)?.rowCount;
  return (
    <tr role="row" id={name}>
      <th scope="row" role="rowheader">
        <strong>{inReadersLanguage(view, title)}</strong> <code>{name}</code>
      </th>
      <td role="cell">{inReadersLanguage(view, description)}</td>
      <td role="cell" class="numeric">
        {rows !== undefined && (
          <>
            {rows.toLocaleString('en')}
            <span class="narrow-word">{data.rowWord}</span>
          </>
        )}
      </td>
      <td role="cell">
        <a href={`#fields-${name}`}>{data.fieldCount(fields.length)}</a>
      </td>
      <td role="cell">
        <FormatStrip dataset={dataset} latest={latest} />
      </td>
    </tr>
  );
}

function FormatStrip({ dataset: { name, title }, latest }: { dataset: Dataset; latest: Latest }): VNode {
  const view = useView();
  const { data } = view.m;
  const links = extensions.flatMap((extension) => {
    const file = latest.files.find((each) => each.name === `${name}.${extension}`);
    if (!file) return [];
    const href = `/data/releases/${latest.number}/${file.name}`;
    const size = sizeOf(file.byteSize);
    const plain = { href, size, label: data.format[extension] };
    return extension === 'csv' ? [plain, { href: `${href}?bom=1`, size, label: data.format.excel }] : [plain];
  });
  return (
    <ul class="format-strip">
      {links.map(({ href, label, size }) => (
        <li key={href}>
          <a href={href} aria-label={data.fileLabel(inReadersLanguage(view, title), label, size)}>
            {label}
            <span class="file-size">{size}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** In the unit that fits, as file managers write it. */
function sizeOf(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB'];
  const power = bytes === 0 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** power;
  return `${value < 10 && power > 0 ? value.toFixed(1) : Math.round(value)} ${units[power]}`;
}
