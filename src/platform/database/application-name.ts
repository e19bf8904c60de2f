/** How a connection of this process is listed by the server: by its number, so that processes can tell their own from others. */
export function ownApplicationName(purpose: string): string {
  return `gongkai/${process.pid} ${purpose}`;
}
