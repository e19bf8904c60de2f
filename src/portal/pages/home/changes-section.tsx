import type { VNode } from 'preact';
import { dayOf, today } from '../../../platform/calendar';
import { planName } from '../../components/plan-name';
import { SectionHead } from '../../components/section-head';
import { useView, type View } from '../../view';
import type { HomeAnswer } from './home.document';

interface Change {
  at: string;
  verb: string;
  name: string | null;
  href: string | null;
}

const shown = 5;

/** What came, changed or went of late. */
export function ChangesSection({ answer }: { answer: HomeAnswer }): VNode {
  const view = useView();
  const { home, site } = view.m;
  return (
    <section aria-labelledby="changes">
      <SectionHead id="changes" title={home.changes}>
        <a href="/feeds/changes.atom">Atom</a>
      </SectionHead>
      <ol class="dated-list">
        {changesOf(view, answer).map(({ at, verb, name, href }, index) => (
          <li key={index}>
            <time dateTime={at}>{dayInWords(site, dayOf(new Date(at)))}</time>
            <span>
              {verb}{' '}
              {name !== null && href !== null ? (
                <a href={href} lang="zh-Hans">
                  {name}
                </a>
              ) : (
                <span lang="zh-Hans">{name}</span>
              )}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Days of this year go without it. */
function dayInWords(site: View['m']['site'], day: string): string {
  return day.slice(0, 4) === today().slice(0, 4) ? site.monthDay(day) : site.date(day);
}

function changesOf(view: View, { changed, withdrawn, release }: HomeAnswer): Change[] {
  const { home } = view.m;
  const changes: Change[] = [
    ...changed.nodes.map(({ slug, title, region, publishedAt, updatedAt }) => {
      const isNew = publishedAt === null || dayOf(new Date(publishedAt)) === dayOf(new Date(updatedAt));
      return {
        at: updatedAt,
        verb: isNew ? home.added : home.changed,
        name: planName({ title, region }),
        href: view.href(`/plans/${slug}`),
      };
    }),
    ...withdrawn.nodes.map(({ title, documentNumber, withdrawnAt }) => ({
      at: withdrawnAt,
      verb: home.withdrawn,
      name: title ?? documentNumber ?? home.untitled,
      href: null,
    })),
    ...(release ? [{ at: release.createdAt, verb: home.released(release.number), name: null, href: null }] : []),
  ];
  return changes.sort((left, right) => right.at.localeCompare(left.at)).slice(0, shown);
}
