/** Which addresses inside, closed to everything else, may be called. Empty: those of the public network alone. */
export interface OutboundRules {
  /** Names of hosts, as they stand in addresses. */
  hosts: readonly string[];
  /** Addresses and networks, such as 10.20.0.0/16. */
  networks: readonly string[];
}
