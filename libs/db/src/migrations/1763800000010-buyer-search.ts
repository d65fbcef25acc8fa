import type { MigrationInterface, QueryRunner } from 'typeorm';
import { backfill } from './backfill.ts';

/**
 * Search over buyers. Row-level security keeps every role that is bound by it, the owner of the tables included, from using
 * an index with operators that are not leakproof. So what buyers are found by stands a second time in a table of its own,
 * in a schema that only a function of its owner reads, which asks for the workspace (and, for those who see only their own
 * records, the owner) itself. It is kept by triggers: a folded text, and its bigrams, each with the last 8 hex digits of the
 * workspace id before it, so that a list in the index holds one workspace's buyers.
 */
export class BuyerSearch1763800000010 implements MigrationInterface {
  name = 'BuyerSearch1763800000010';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TEXT_FUNCTIONS);
    await queryRunner.query(TRIGGERS);
    await queryRunner.query(SEARCH);
    await backfill(
      queryRunner,
      ['buyers', 'buyer_contacts', 'buyer_identities'],
      'update buyers set name = name', // runs the triggers
    );
    await queryRunner.query('create index buyers_search_idx on search.buyers using gin (keys) with (fastupdate = off)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop function search_buyers(text);
      drop trigger buyers_search_added on buyers;
      drop trigger buyers_search_changed on buyers;
      drop schema search cascade;
      drop trigger buyers_search on buyers;
      ${['buyer_contacts', 'buyer_identities']
        .flatMap((table) =>
          ['added', 'changed', 'removed'].map((what) => `drop trigger ${table}_search_${what} on ${table};`),
        )
        .join('\n')}
      drop function refresh_buyer_search, keep_buyer_search;
      drop function buyer_search_patterns, buyer_search_words, buyer_search_keys, buyer_search_text, fold_text;
    `);
  }
}

const TEXT_FUNCTIONS = `
  -- Lower case without width, compatibility forms and accents; Hangul decomposes and is put together again. Without a setting
  -- of its own, so that a statement takes it in instead of calling it.
  create function fold_text(p_text text) returns text language sql immutable strict parallel safe as $$
    select normalize(pg_catalog.regexp_replace(pg_catalog.lower(normalize(p_text, NFKD)), '[\\u0300-\\u036f]', '', 'g'), NFC)
  $$;

  -- One line for each thing the buyer is known by, the name first; phone numbers as bare digits. In PL/pgSQL, like the next
  -- one, because it runs for every row of an import: its plans are kept, those of an SQL function would be made each time.
  create function buyer_search_text(p_workspace uuid, p_id uuid, p_name text, p_company text, p_web_site text)
    returns text language plpgsql stable parallel safe set search_path = pg_catalog, public as $$
    declare
      v_contacts text;
      v_identities text;
    begin
      select string_agg(distinct concat_ws(chr(10), c.name, c.email, regexp_replace(c.phone, '\\D', '', 'g')), chr(10))
        into v_contacts from buyer_contacts c where c.workspace_id = p_workspace and c.buyer_id = p_id;
      select string_agg(distinct i.display_name, chr(10))
        into v_identities from buyer_identities i where i.workspace_id = p_workspace and i.buyer_id = p_id;
      return fold_text(concat_ws(chr(10), p_name, p_company, regexp_replace(p_web_site, '^https?://(www\\.)?', '', 'i'), v_contacts, v_identities));
    end $$;

  -- The bigrams inside words, and the first character of the name after a caret.
  create function buyer_search_keys(p_workspace uuid, p_text text)
    returns text[] language plpgsql immutable parallel safe set search_path = pg_catalog as $$
    declare
      v_workspace constant text := right(p_workspace::text, 8);
      v_keys text[];
    begin
      select array_agg(distinct v_workspace || pair) into v_keys
        from generate_series(1, least(length(p_text), 4000) - 1) at, substr(p_text, at, 2) pair where pair !~ '\\s';
      return case when p_text = '' then '{}' else array_prepend(v_workspace || '^' || left(p_text, 1), v_keys) end;
    end $$;

  -- The words of a query. Digits with the marks of phone numbers are one word, without the trunk 0.
  create function buyer_search_words(p_query text)
    returns text[] language sql immutable parallel safe set search_path = pg_catalog, public as $$
    with folded as (select btrim(fold_text(left(p_query, 200))) as q),
    kinds as (select q, q ~ '^[-+().\\s\\d]*\\d\\d[-+().\\s\\d]*$' as is_phone from folded),
    words as (
      select case when length(digits) > 5 then ltrim(digits, '0') else digits end as word
        from kinds, regexp_replace(q, '\\D', '', 'g') as digits where is_phone
      union select word from kinds, regexp_split_to_table(q, '\\s+') as word where not is_phone)
    select coalesce(array_agg(word), '{}') from words where word <> ''
  $$;

  -- What the text must be like, one pattern a word. A query of one character asks for the beginning of the name.
  create function buyer_search_patterns(p_query text)
    returns text[] language sql immutable parallel safe set search_path = pg_catalog, public as $$
    select coalesce(array_agg(case when cardinality(words) = 1 and length(word) = 1 then '' else '%' end
        || regexp_replace(word, '([\\\\%_])', '\\\\\\1', 'g') || '%'), '{}')
      from buyer_search_words(p_query) words, unnest(words) word
  $$;
`;

const TRIGGERS = `
  create function keep_buyer_search() returns trigger language plpgsql set search_path = pg_catalog, public as $$
    begin
      new.search_text := coalesce(buyer_search_text(new.workspace_id, new.id, new.name, new.company, new.web_site), '');
      return new;
    end $$;
  create trigger buyers_search before insert or update of name, company, web_site on buyers
    for each row execute function keep_buyer_search();

  -- Naming a column of the trigger above in an update is what runs it.
  create function refresh_buyer_search() returns trigger language plpgsql set search_path = pg_catalog, public as $$
    begin
      if tg_op = 'INSERT' then
        update buyers b set name = b.name from (select distinct workspace_id, buyer_id from added) t
          where b.workspace_id = t.workspace_id and b.id = t.buyer_id;
      elsif tg_op = 'DELETE' then
        update buyers b set name = b.name from (select distinct workspace_id, buyer_id from removed) t
          where b.workspace_id = t.workspace_id and b.id = t.buyer_id;
      else
        update buyers b set name = b.name
          from (select workspace_id, buyer_id from added union select workspace_id, buyer_id from removed) t
          where b.workspace_id = t.workspace_id and b.id = t.buyer_id;
      end if;
      return null;
    end $$;
  ${['buyer_contacts', 'buyer_identities']
    .map(
      (table) => `
  create trigger ${table}_search_added after insert on ${table} referencing new table as added
    for each statement execute function refresh_buyer_search();
  create trigger ${table}_search_changed after update on ${table} referencing new table as added old table as removed
    for each statement execute function refresh_buyer_search();
  create trigger ${table}_search_removed after delete on ${table} referencing old table as removed
    for each statement execute function refresh_buyer_search();`,
    )
    .join('\n')}
`;

const SEARCH = `
  create schema search;
  grant usage on schema search to dangol_app;

  create table search.buyers (
    workspace_id uuid not null,
    buyer_id uuid not null,
    owner_id uuid,
    text text not null,
    keys text[] not null,
    primary key (workspace_id, buyer_id),
    constraint search_buyers_buyer_fkey foreign key (workspace_id, buyer_id) references buyers (workspace_id, id) on delete cascade
  );

  -- The row has passed row-level security when this runs.
  create function search.keep_buyer() returns trigger language plpgsql security definer
    set search_path = pg_catalog, public as $$
    begin
      insert into search.buyers (workspace_id, buyer_id, owner_id, text, keys)
        values (new.workspace_id, new.id, new.owner_id, new.search_text, buyer_search_keys(new.workspace_id, new.search_text))
        on conflict (workspace_id, buyer_id) do update set owner_id = excluded.owner_id, text = excluded.text, keys = excluded.keys;
      return null;
    end $$;
  create trigger buyers_search_added after insert on buyers for each row execute function search.keep_buyer();
  create trigger buyers_search_changed after update on buyers for each row
    when (old.search_text is distinct from new.search_text or old.owner_id is distinct from new.owner_id)
    execute function search.keep_buyer();

  -- The ids of the workspace's buyers that the query finds; null when they are more than 2,000: then a list that is read in
  -- its own order meets enough of them soon.
  create function search.find_buyers(p_query text) returns uuid[] language plpgsql stable security definer
    set search_path = pg_catalog, public set enable_seqscan = off set enable_indexscan = off as $$
    declare
      v_workspace constant uuid := nullif(current_setting('app.workspace_id', true), '')::uuid;
      v_member constant uuid := nullif(current_setting('app.own_member', true), '')::uuid;
      v_words constant text[] := buyer_search_words(p_query);
      v_patterns constant text[] := buyer_search_patterns(p_query);
      v_keys text[];
      v_ids uuid[];
    begin
      if v_workspace is null or cardinality(v_words) = 0 then
        return '{}';
      end if;
      if cardinality(v_words) = 1 and length(v_words[1]) = 1 then
        v_keys := array[right(v_workspace::text, 8) || '^' || v_words[1]];
      else
        select array_agg(distinct right(v_workspace::text, 8) || substr(word, at, 2)) into v_keys
          from unnest(v_words) word, generate_series(1, length(word) - 1) at;
      end if;
      if v_keys is null then
        return null; -- words of one character each: nothing to look up
      end if;
      -- The workspace is compared as text, so that only the index of the keys can serve.
      select array_agg(buyer_id) into v_ids from (
        select buyer_id from search.buyers where keys @> v_keys and workspace_id::text = v_workspace::text
          and text like all (v_patterns) and (v_member is null or owner_id = v_member) limit 2001) found;
      return case when cardinality(v_ids) > 2000 then null else coalesce(v_ids, '{}') end;
    end $$;
  revoke all on function search.keep_buyer() from public;
  revoke all on function search.find_buyers(text) from public;
  grant execute on function search.find_buyers(text) to dangol_app;

  create function search_buyers(p_query text) returns uuid[] language sql stable set search_path = pg_catalog as $$
    select search.find_buyers(p_query)
  $$;
`;
