import type { VNode } from 'preact';
import { dayOf } from '../../../platform/calendar';
import { Fact, Facts } from '../../components/facts';
import { SearchForm } from '../../components/search-form';
import type { Messages } from '../../messages';
import { useView } from '../../view';

/** What went wrong with a request. */
export interface FailedRequest {
  status: number;
  /** Under which the log has it; null for what is no fault of the service. */
  errorId: string | null;
  /** Of what was withdrawn: `name`, `removedAt`, `reason` and `sha256`. */
  details: Readonly<Record<string, unknown>>;
}

function wordsOf({ site: { errors } }: Messages, status: number): { title: string; text: string } {
  if (status === 404) return errors.missing;
  if (status === 410) return errors.gone;
  if (status === 429) return errors.tooMany;
  if (status === 503) return errors.unavailable;
  return status >= 500 ? errors.internal : errors.bad;
}

export function errorTitle(messages: Messages, status: number): string {
  return wordsOf(messages, status).title;
}

/** Says what is likely to have happened, and where one can go from here. */
export function ErrorView({ status, errorId, details }: FailedRequest): VNode {
  const view = useView();
  const { title, text } = wordsOf(view.m, status);
  const { errors, nav } = view.m.site;
  return (
    <div class="error-page">
      <p class="soft small">{errors.status(status)}</p>
      <h1>{title}</h1>
      <p class="measure">{text}</p>
      {status === 410 && <GoneFacts details={details} />}
      {errorId && (
        <p class="small">
          {errors.errorId} <code>{errorId}</code>
        </p>
      )}
      <SearchForm />
      <p class="ways">
        <span class="soft">{errors.waysOut}</span>
        <a href={view.href('/plans')}>{nav.plans}</a>
        <a href={view.href('/units')}>{nav.units}</a>
        <a href={view.href('/regions')}>{nav.regions}</a>
      </p>
    </div>
  );
}

/** What may be said of a document that is gone: since when, why, and by what a copy can be told. */
function GoneFacts({ details }: Pick<FailedRequest, 'details'>): VNode {
  const { site } = useView().m;
  const { goneFacts } = site.errors;
  const [name, removedAt, reason, sha256] = ['name', 'removedAt', 'reason', 'sha256'].map((key) => {
    const value = details[key];
    return typeof value === 'string' ? value : null;
  });
  return (
    <div class="gone-facts">
      <Facts>
        <Fact term={goneFacts.document}>{name == null ? goneFacts.notNamed : <span lang="zh-Hans">{name}</span>}</Fact>
        {removedAt != null && <Fact term={goneFacts.since}>{site.date(dayOf(new Date(removedAt)))}</Fact>}
        {reason != null && (
          <Fact term={goneFacts.reason}>
            <span lang="zh-Hans">{reason}</span>
          </Fact>
        )}
        {sha256 != null && (
          <Fact term="SHA-256">
            <code class="digest">{sha256}</code>
          </Fact>
        )}
      </Facts>
    </div>
  );
}
