import { fullName } from '../../components/full-name';
import { planName } from '../../components/plan-name';
import type { View } from '../../view';
import type { ReportedRecord } from './report.document';

/** A record as a reader knows it: what it is called, and where it stands. */
export interface NamedRecord {
  id: string;
  kind: string;
  name: string;
  href: string;
}

/** Null for a record of a kind about which nothing is reported. */
export function nameRecord(view: View, record: ReportedRecord): NamedRecord | null {
  const found = placeAndName(view, record);
  return found && { id: record.id, kind: view.m.reports.kind[record.__typename], ...found };
}

function placeAndName(view: View, record: ReportedRecord): { name: string; href: string } | null {
  switch (record.__typename) {
    case 'Plan':
      return { name: planName(record), href: view.href(`/plans/${record.slug}`) };
    case 'Task':
      return { name: view.m.reports.taskOf(record.number, planName(record.plan)), href: view.href(`/tasks/${record.id}`) };
    case 'Unit':
      return { name: fullName(record), href: view.href(`/units/${record.id}`) };
    case 'Region':
      return { name: record.name, href: view.href(`/regions/${record.stableId}`) };
    case 'SourceDocument':
      return { name: record.fileName, href: `/documents/${record.sha256}` };
    case 'Release':
      return { name: view.m.reports.release(record.releaseNumber), href: `/data/releases/${record.releaseNumber}` };
    default:
      return null;
  }
}
