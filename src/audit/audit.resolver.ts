import { Arg, Args, Authorized, Ctx, Query, Resolver } from 'type-graphql';
import { ConnectionArgs, connectionOf, type Page, type RequestContext } from '../platform/graphql';
import { AuditEvent } from './audit-event';
import { AuditEventFilter } from './audit.inputs';
import { lastEvent, listEvents } from './audit.read-model';

const AuditEventConnection = connectionOf(AuditEvent, 'audit event');

@Resolver(() => AuditEvent)
export class AuditResolver {
  @Authorized('AUDITOR', 'ADMINISTRATOR')
  @Query(() => AuditEventConnection, { description: 'What was changed, the newest first. (审计记录)' })
  auditEvents(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filterBy', () => AuditEventFilter, { nullable: true, description: 'Which events; all where omitted. (筛选)' })
    filterBy: AuditEventFilter | null,
  ): Promise<Page<AuditEvent>> {
    return listEvents(context, args, filterBy);
  }

  @Authorized('AUDITOR', 'ADMINISTRATOR')
  @Query(() => AuditEvent, {
    nullable: true,
    description:
      'The last event. Who notes its hash elsewhere can have it looked for later, by `gongkai verify --audit-head`: what was there before cannot have been changed or cut off since. Null where nothing was ever done. (最新审计记录)',
  })
  auditHead(@Ctx() context: RequestContext): Promise<AuditEvent | null> {
    return lastEvent(context);
  }
}
