/** How a table takes part in an archive. */
export interface ArchivedTable {
  /** What its rows are. */
  readonly meaning: string;
  /** Columns that stay here, with the reason. */
  readonly omitted?: Readonly<Record<string, string>>;
}

/** Tables that stay here, with the reason. */
export const LEFT_OUT_TABLES: Readonly<Record<string, string>> = {
  archive_imports: 'tells how an archive was brought in here; it is no data of the company',
};

const SECRET = 'a secret, or the hash of one';
const DERIVED = 'worked out from other columns when a row is stored';

/**
 * Every table of a workspace. A table that is in the database and not here stops the archive (and a test), so that a new one
 * cannot be forgotten.
 */
export const ARCHIVED_TABLES: Readonly<Record<string, ArchivedTable>> = {
  workspaces: {
    meaning: 'the workspace itself: one row',
    omitted: { last_event_position: 'counts the events of the installation that holds them' },
  },
  roles: { meaning: 'named sets of permissions' },
  members: {
    meaning: 'who works or worked here',
    omitted: { account_id: 'the person’s sign-in, which belongs to the installation and not to the workspace' },
  },
  invitations: { meaning: 'invitations to join', omitted: { token_hash: SECRET } },
  api_keys: { meaning: 'keys of programs; they do not work in another workspace', omitted: { token_hash: SECRET } },
  events: { meaning: 'everything that happened, append-only; positions count from 1 without gaps' },
  channels: {
    meaning: 'where messages come from and replies go to',
    omitted: { signing_secret: SECRET, mail_password: SECRET },
  },
  mail_cursors: { meaning: 'how far a mailbox has been read' },
  mail_references: { meaning: 'Message-IDs by which mail finds its conversation' },
  mail_suppressions: { meaning: 'addresses that no mail may reach' },
  buyers: { meaning: 'companies and people abroad who ask or order', omitted: { search_text: DERIVED } },
  buyer_identities: { meaning: 'who a buyer is on a channel' },
  buyer_contacts: { meaning: 'people of a buyer, with their addresses' },
  buyer_tags: { meaning: 'which buyer has which tag' },
  tags: { meaning: 'the team’s own tags' },
  buyer_notes: { meaning: 'notes on buyers, private ones too' },
  buyer_consents: { meaning: 'consent that a buyer gave or withdrew, by purpose' },
  buyer_merges: { meaning: 'buyers that were made one, with what an undo needs' },
  buyer_order_totals: { meaning: 'paid sums of a buyer by currency' },
  duplicate_dismissals: { meaning: 'pairs of buyers that a person called different' },
  custom_fields: { meaning: 'fields of the workspace’s own; their values are in buyers.custom by field id' },
  grade_overrides: { meaning: 'grades that people set beside the computed ones' },
  grading_rules: { meaning: 'versions of the rules by which buyers are graded' },
  stage_changes: { meaning: 'every step of a buyer through the pipeline' },
  support_entries: { meaning: 'what was given to help a buyer sell' },
  orders: { meaning: 'orders of buyers' },
  order_lines: { meaning: 'what an order is made of' },
  order_adjustments: { meaning: 'amounts that were taken off or added to orders later' },
  sample_policies: { meaning: 'versions of the policy on who pays for samples' },
  sample_requests: { meaning: 'samples from the request to the order' },
  products: { meaning: 'the catalogue', omitted: { search_text: DERIVED } },
  product_variants: { meaning: 'variants of a product, each with an SKU' },
  product_prices: { meaning: 'list prices by quantity, currency and country' },
  product_versions: { meaning: 'products as they were, by version' },
  conversations: { meaning: 'threads of a buyer on a channel' },
  messages: { meaning: 'messages of conversations, replies, logged calls and internal notes' },
  inquiries: { meaning: 'inquiries of buyers with the clock of the first response' },
  buyer_days: {
    meaning: 'first messages of a buyer’s day on a channel and our replies to them, as the platforms score them',
  },
  resolutions: { meaning: 'cases from their first inquiry until the conversation was closed' },
  clock_alarms: { meaning: 'when to warn of open inquiries, and when they are overdue' },
  drafts: { meaning: 'drafts of the assistant, with what they were made from' },
  reply_drafts: { meaning: 'replies that members are writing' },
  inbound_messages: { meaning: 'deliveries of channels as they came in, byte for byte' },
  attachments: {
    meaning: 'files of buyers, products and messages; their contents are in files/attachments/ under their id',
    omitted: { content: 'stands in files/attachments/ instead' },
  },
  business_calendars: { meaning: 'versions of the office hours and holidays' },
  sla_policies: { meaning: 'versions of the response targets' },
  knowledge_entries: { meaning: 'what the team knows and the assistant may cite' },
  assignment_rules: { meaning: 'versions of the rules on who serves whom' },
  goals: { meaning: 'export targets' },
  exchange_rates: { meaning: 'exchange rates by day' },
  saved_views: { meaning: 'filters that members kept under a name' },
  macros: { meaning: 'prepared replies, with variables' },
  upload_links: {
    meaning: 'links through which buyers send files without signing in',
    omitted: { token_hash: SECRET },
  },
  imports: {
    meaning: 'spreadsheets that were brought in; their contents, as far as kept, are in files/imports/ under their id',
  },
  import_rows: { meaning: 'rows of imports that need or needed a person' },
  import_changes: { meaning: 'rows as they were before an import changed them' },
  import_mappings: { meaning: 'how columns of a source are read' },
  announcements: { meaning: 'new-product announcements' },
  announcement_products: { meaning: 'which products an announcement is about' },
  announcement_recipients: { meaning: 'whom an announcement went to' },
};
