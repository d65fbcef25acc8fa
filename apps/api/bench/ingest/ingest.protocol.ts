/** An order to the process that delivers: each message is signed when it is sent. */
export interface DeliverOrder {
  readonly kind: 'deliver';
  readonly port: number;
  readonly path: string;
  readonly secret: string;
  readonly connections: number;
  /** Part of every id, so that no round repeats another's. */
  readonly round: string;
  readonly messages: number;
}

/** An order to insert single rows of the same size, each committed to disk on its own. */
export interface InsertOrder {
  readonly kind: 'insert';
  readonly url: string;
  readonly connections: number;
  readonly round: string;
  readonly messages: number;
}

export type IngestOrder = DeliverOrder | InsertOrder;
