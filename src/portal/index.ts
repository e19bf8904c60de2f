export type { AskPublicSchema } from './ask';
export { addPortal, portalErrorPage } from './portal';
