import type { NewAuditEvent } from '../../audit';
import { tryReadGlobalId } from '../../platform/graphql';
import type { WebhookEvent } from './webhook-event';

/** What webhooks are told. Ids and states, never names or comments: whoever needs more asks with a token. */
export interface Notice {
  event: WebhookEvent;
  /** Global id of the record. */
  subject: string;
  details: Readonly<Record<string, unknown>>;
}

interface Decision {
  round: number;
  stage: number;
  decision: string;
  before: { state: string; step: number | null };
  after: { state: string; step: number | null };
}

interface Imported {
  entries: { entry: string; submitted: { round: number } | null }[];
}

type Reading = (event: NewAuditEvent) => Notice[];

const simply =
  (event: WebhookEvent): Reading =>
  ({ subject }) => [{ event, subject, details: {} }];

const submitted = (subject: string, round: number): Notice[] => [
  { event: 'SUBMITTED', subject, details: { round } },
  { event: 'WAITING_FOR_REVIEW', subject, details: { round, step: 1 } },
];

const stateAfter = ({ payload }: NewAuditEvent): string => (payload as { after: { state: string } }).after.state;

/** By the action of the audit log, so that whatever is written there is told, by whatever road it came. */
const readings: Readonly<Record<string, Reading>> = {
  'review.submit': ({ subject, payload }) => submitted(subject, (payload as { after: { round: number } }).after.round),
  'review.decide': decided,
  'ledger.import': ({ payload }) =>
    (payload as Imported).entries.flatMap(({ entry, submitted: round }) => (round ? submitted(entry, round.round) : [])),
  'plan.publish': simply('PUBLISHED'),
  'entry.publish': simply('PUBLISHED'),
  'plan.withdraw': simply('WITHDRAWN'),
  'entry.withdraw': simply('WITHDRAWN'),
  'evaluation.withdraw': simply('WITHDRAWN'),
  'rectification.open': simply('RECTIFICATION_OPENED'),
  'rectification.reopen': simply('RECTIFICATION_OPENED'),
  // A recheck may also find that it stays open.
  'rectification.close': (event) => (stateAfter(event) === 'CLOSED' ? simply('RECTIFICATION_CLOSED')(event) : []),
};

function decided({ subject, payload }: NewAuditEvent): Notice[] {
  const { round, stage, decision, before, after } = payload as Decision;
  const hasOpened = after.state === 'OPEN' && after.step !== before.step;
  // A plan that has passed waits for publishPlan; everything else is public with its last approval.
  const isPublic = after.state === 'APPROVED' && tryReadGlobalId(subject)?.typeName !== 'Plan';
  return [
    { event: 'REVIEWED', subject, details: { round, stage, decision, state: after.state } },
    ...(hasOpened ? [{ event: 'WAITING_FOR_REVIEW' as const, subject, details: { round, step: after.step } }] : []),
    ...(isPublic ? [{ event: 'PUBLISHED' as const, subject, details: {} }] : []),
  ];
}

/** What webhooks are told of an event of the audit log; mostly nothing. */
export function noticesOf(event: NewAuditEvent): Notice[] {
  return readings[event.action]?.(event) ?? [];
}
