import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { ConnectionArgs, connectionOf, listCost, Public, type Page, type RequestContext } from '../../platform/graphql';
import { Obligation, ObligationStatus } from '../../plans';
import { obligationByKey } from '../obligations/obligation.loaders';
import { ReviewReceipt } from '../review/review-receipt';
import { receiptOfEntry } from '../review/review.loaders';
import { entryByKey, latestEntryOf, listEntriesOf, reportedStatusOf } from './entry.loaders';
import { Evidence, LedgerEntry } from './ledger-entry';

const LedgerEntryConnection = connectionOf(LedgerEntry, 'entry');

@Resolver(() => LedgerEntry)
export class LedgerEntryResolver {
  @Public()
  @listCost(3)
  @FieldResolver(() => [Evidence], { description: 'Links that prove it. (佐证材料)' })
  evidence(@Root() entry: LedgerEntry): Evidence[] {
    return entry.evidence.map((row, position) => ({ ...row, entryId: entry.id, position }));
  }

  @Public()
  @FieldResolver(() => Obligation, { description: 'The obligation. (台账责任项)' })
  obligation(@Root() entry: LedgerEntry, @Ctx() context: RequestContext): Promise<Obligation | null> {
    return obligationByKey(context).load(entry.obligationId);
  }

  @Public()
  @FieldResolver(() => LedgerEntry, {
    nullable: true,
    description: 'The entry on the same period before it; null where there is none, or none for the caller. (所替换的填报)',
  })
  supersedes(@Root() entry: LedgerEntry, @Ctx() context: RequestContext): Promise<LedgerEntry | null> | null {
    return entry.supersedesId === null ? null : entryByKey(context).load(entry.supersedesId);
  }

  @Public()
  @FieldResolver(() => ReviewReceipt, {
    nullable: true,
    description: 'On what ground it is public: the stages of review it passed, or an override; null where it is not public. (审核回执)',
  })
  receipt(@Root() entry: LedgerEntry, @Ctx() context: RequestContext): Promise<ReviewReceipt | null> {
    return receiptOfEntry(context).load(entry.id);
  }
}

@Resolver(() => Obligation)
export class ObligationEntriesResolver {
  @Public()
  @FieldResolver(() => LedgerEntryConnection, {
    description: 'What the unit reported, the latest first; the public sees what is public. (填报记录)',
  })
  entries(
    @Root() obligation: Obligation,
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Page<LedgerEntry> {
    return listEntriesOf(context, obligation.id, args);
  }

  @Public()
  @FieldResolver(() => LedgerEntry, {
    nullable: true,
    description: 'What was reported last, of what the caller sees; null for nothing. (最近填报)',
  })
  latestEntry(@Root() obligation: Obligation, @Ctx() context: RequestContext): Promise<LedgerEntry | null> {
    return latestEntryOf(context).load(obligation.id);
  }

  @FieldResolver(() => ObligationStatus, { description: 'How far it is by what was reported last, reviewed or not. (填报状态，含未审)' })
  async reportedStatus(@Root() obligation: Obligation, @Ctx() context: RequestContext): Promise<ObligationStatus> {
    return (await reportedStatusOf(context).load(obligation.id))?.status ?? obligation.status;
  }
}
