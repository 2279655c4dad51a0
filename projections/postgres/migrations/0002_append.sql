-- The only way into the log. Items come as parallel arrays; the n-th elements belong together.

CREATE FUNCTION matiane.event_leaf(
    place bigint, case_version bigint, recorded_micros bigint, case_id text, topic text, state bytea
) RETURNS bytea LANGUAGE sql STABLE AS $$
    SELECT sha256(
        '\x00'::bytea || int8send(place) || int8send(case_version) || int8send(recorded_micros)
        || int4send(octet_length(case_id)) || convert_to(case_id, 'UTF8')
        || int4send(octet_length(topic)) || convert_to(topic, 'UTF8')
        || state)
$$;

-- Stores items that have been found good, after the position and chain given. Answers their chain hashes.
CREATE FUNCTION matiane.store_items(
    base bigint, prior bytea, stamped timestamptz,
    case_ids text[], versions bigint[], topics text[], states bytea[],
    sources text[], event_ids text[], digests bytea[], persons uuid[], person_keys bytea[]
) RETURNS bytea[] LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp SET enable_seqscan = off SET jit = off
SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    chains bytea[] := '{}';
    link bytea := prior;
    micros bigint := (extract(epoch FROM stamped) * 1000000)::bigint;
BEGIN
    FOR i IN 1..cardinality(case_ids) LOOP
        link := sha256('\x01'::bytea || link || matiane.event_leaf(
            base + i, versions[i], micros, case_ids[i], topics[i], states[i]));
        chains[i] := link;
    END LOOP;
    INSERT INTO matiane.event
    SELECT i.c, i.v, i.t, i.st, base + i.ord, stamped, i.s, i.e, i.d, i.ch
    FROM unnest(case_ids, versions, topics, states, sources, event_ids, digests, chains)
        WITH ORDINALITY AS i(c, v, t, st, s, e, d, ch, ord);
    INSERT INTO matiane.case_head AS h
    SELECT i.c, max(i.v), base + max(i.ord)
    FROM unnest(case_ids, versions) WITH ORDINALITY AS i(c, v, ord)
    GROUP BY i.c
    ON CONFLICT (case_id) DO UPDATE SET version = excluded.version, position = excluded.position;
    IF cardinality(persons) > 0 THEN
        INSERT INTO matiane.person_key (person, key)
        SELECT DISTINCT ON (k.p) k.p, k.k FROM unnest(persons, person_keys) AS k(p, k)
        WHERE NOT EXISTS (SELECT FROM matiane.person_key old WHERE old.person = k.p)
        ON CONFLICT (person) DO NOTHING;
    END IF;
    RETURN chains;
END
$$;

-- What becomes of one item. position, version, recorded_at and chain are those of the event as recorded;
-- after a version conflict, version is the one the case has.
CREATE TYPE matiane.item_answer AS (
    outcome text,
    "position" bigint,
    version bigint,
    recorded_at timestamptz,
    chain bytea,
    first_item bigint    -- the item of this request that it repeats, or itself
);

-- Finds out what would become of the items of one request, in their order. Good new items come back as
-- 'appended' with their version and without a position.
CREATE FUNCTION matiane.check_items(
    case_ids text[], expected bigint[], explicit bigint[], sources text[], event_ids text[], digests bytea[],
    target_items int[], target_places int[], target_sources text[], target_event_ids text[],
    person_items int[], persons uuid[], person_keys bytea[]
) RETURNS SETOF matiane.item_answer LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp SET enable_seqscan = off SET jit = off
SET plan_cache_mode = force_generic_plan AS $$
BEGIN
    RETURN QUERY
    WITH item AS (
        SELECT i.ord, i.c, i.xp, i.xv, i.s, i.e, i.d,
               first_value(i.ord) OVER same AS first_ord, first_value(i.d) OVER same AS first_d
        FROM unnest(case_ids, expected, explicit, sources, event_ids, digests)
            WITH ORDINALITY AS i(c, xp, xv, s, e, d, ord)
        WINDOW same AS (PARTITION BY i.s, i.e ORDER BY i.ord)
    ), person AS (
        SELECT p.item, bool_or(old.destroyed_at IS NOT NULL) AS erased,
               bool_or(p.k IS DISTINCT FROM coalesce(old.key, p.first_k)) AS changed
        FROM (
            SELECT q.item, q.p, q.k, first_value(q.k) OVER (PARTITION BY q.p ORDER BY q.ord) AS first_k
            FROM unnest(person_items, persons, person_keys) WITH ORDINALITY AS q(item, p, k, ord)
        ) p LEFT JOIN matiane.person_key old ON old.person = p.p
        GROUP BY p.item
    ), lost AS (
        SELECT DISTINCT t.item
        FROM unnest(target_items, target_places, target_sources, target_event_ids) AS t(item, place, s, e)
        WHERE NOT coalesce(t.place < t.item AND (sources[t.place], event_ids[t.place], case_ids[t.place])
                                                = (t.s, t.e, case_ids[t.item]), false)
          AND NOT EXISTS (SELECT FROM matiane.event old WHERE old.source = t.s AND old.event_id = t.e
                          AND old.originator_id = case_ids[t.item])
    ), known AS (
        SELECT i.*, old.notification_id AS old_position, old.originator_version AS old_version,
               old.recorded_at AS old_recorded_at, old.chain AS old_chain, old.digest AS old_digest,
               old.notification_id IS NULL AND i.first_ord = i.ord AS is_new,
               coalesce(h.version, CASE WHEN first_value(i.xv) OVER own = 0 THEN -1 ELSE 0 END) AS base
        FROM item i
        LEFT JOIN matiane.event old ON old.source = i.s AND old.event_id = i.e
        LEFT JOIN matiane.case_head h ON h.case_id = i.c
        WINDOW own AS (PARTITION BY i.c ORDER BY i.ord)
    ), numbered AS (
        SELECT k.*, k.base + count(*) FILTER (WHERE k.is_new) OVER (PARTITION BY k.c ORDER BY k.ord) AS place
        FROM known k
    ), answered AS (
        SELECT n.*, CASE
            WHEN n.xv IS NOT NULL AND NOT n.is_new THEN 'content-conflict'
            WHEN p.erased THEN 'person-erased'
            WHEN p.changed THEN 'key-changed'
            WHEN n.is_new AND n.xp <> n.place - 1 THEN 'version-conflict'
            WHEN n.is_new AND n.xv <> n.place THEN 'version-conflict'
            WHEN n.is_new AND l.item IS NOT NULL THEN 'unknown-target'
            WHEN n.is_new THEN 'appended'
            WHEN n.d = coalesce(n.old_digest, n.first_d) THEN 'duplicate'
            ELSE 'content-conflict' END AS outcome
        FROM numbered n LEFT JOIN person p ON p.item = n.ord LEFT JOIN lost l ON l.item = n.ord
    )
    SELECT a.outcome, a.old_position,
           CASE a.outcome WHEN 'appended' THEN a.place WHEN 'version-conflict' THEN a.place - 1
                ELSE a.old_version END,
           a.old_recorded_at, a.old_chain, a.first_ord
    FROM answered a ORDER BY a.ord;
END
$$;

-- Appends a group of requests in one go. A request is all or nothing: one bad item keeps out its other
-- items, which are answered 'withheld', and no other request. Outcomes: appended, duplicate (the answer
-- is the first receipt), content-conflict, version-conflict, unknown-target, key-changed, person-erased.
--
--   request        number of the request of each item; never falls
--   expected       number of events that the case must have before the item, or NULL
--   explicit       version that the item must get, or NULL for the next one
--   target_*       events of the same case that the item numbered target_item corrects or retracts;
--                  target_place is their place in this group, or 0 for an event recorded before
--   person_*       keys under which the item numbered person_item was sealed
CREATE FUNCTION matiane.append_events(
    request int[], case_id text[], expected bigint[], explicit bigint[], topic text[], state bytea[],
    source text[], event_id text[], digest bytea[],
    target_item int[], target_place int[], target_source text[], target_event_id text[],
    person_item int[], person uuid[], person_key bytea[]
) RETURNS SETOF matiane.item_answer LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET enable_seqscan = off SET jit = off
SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    size int := cardinality(case_id);
    head matiane.ledger_head;
    stamped timestamptz;
    versions bigint[];
    chains bytea[];
    clean boolean;
    strangers boolean := false;
    grown boolean := false;
    width int := size;
    low int := 1;
    high int;
    target_low int := 1;
    target_high int;
    person_low int := 1;
    person_high int;
    answers matiane.item_answer[];
    fresh int[];
BEGIN
    IF size = 0 THEN RETURN; END IF;
    SELECT * INTO STRICT head FROM matiane.ledger_head FOR UPDATE;
    stamped := greatest(clock_timestamp(), head.recorded_at);

    -- Nearly every group is clean. What the table's own keys would refuse is not asked here: storing finds it.
    SELECT array_agg(i.place ORDER BY i.ord),
           bool_and(coalesce(i.xp = i.place - 1, true) AND coalesce(i.xv = i.place, true))
    INTO versions, clean
    FROM (
        SELECT g.ord, g.xp, g.xv,
               coalesce(h.version, CASE WHEN first_value(g.xv) OVER own = 0 THEN -1 ELSE 0 END)
               + row_number() OVER own AS place
        FROM unnest(case_id, expected, explicit) WITH ORDINALITY AS g(c, xp, xv, ord)
        LEFT JOIN matiane.case_head h ON h.case_id = g.c
        WINDOW own AS (PARTITION BY g.c COLLATE "C" ORDER BY g.ord)
    ) i;
    IF clean AND cardinality(target_item) > 0 THEN
        clean := NOT EXISTS (
            SELECT FROM unnest(target_item, target_place, target_source, target_event_id) AS t(item, place, s, e)
            WHERE NOT coalesce(t.place < t.item AND (source[t.place], event_id[t.place], case_id[t.place])
                                                    = (t.s, t.e, case_id[t.item]), false)
              AND NOT EXISTS (SELECT FROM matiane.event old WHERE old.source = t.s AND old.event_id = t.e
                              AND old.originator_id = case_id[t.item]));
    END IF;
    IF clean AND cardinality(person) > 0 THEN
        SELECT bool_and(p.keys = 1 AND (p.missing OR coalesce(p.same, false))), bool_or(p.missing) INTO clean, strangers
        FROM (
            SELECT count(*) AS keys, bool_and(old.person IS NULL) AS missing, bool_and(old.key = g.k) AS same
            FROM (SELECT DISTINCT u.p, u.k FROM unnest(person, person_key) AS u(p, k)) g
            LEFT JOIN matiane.person_key old ON old.person = g.p
            GROUP BY g.p
        ) p;
    END IF;

    IF clean THEN
        BEGIN
            chains := matiane.store_items(
                head.position, head.chain, stamped, case_id, versions, topic, state, source, event_id, digest,
                CASE WHEN strangers THEN person ELSE '{}' END, CASE WHEN strangers THEN person_key ELSE '{}' END);
            RETURN QUERY SELECT 'appended'::text, head.position + i.ord, i.v, stamped, i.ch, i.ord
                         FROM unnest(versions, chains) WITH ORDINALITY AS i(v, ch, ord);
            UPDATE matiane.ledger_head h
            SET position = head.position + size, chain = chains[size], recorded_at = stamped;
            PERFORM pg_notify('matiane_event', (head.position + size)::text);
            RETURN;
        EXCEPTION WHEN unique_violation THEN
            -- An id that was used before, or twice here. Nothing of the attempt stays.
            NULL;
        END;
    END IF;

    -- Something is the matter. As many whole requests as possible are taken together; where one of them
    -- is bad, half as many are tried, down to the single request that has to be refused.
    WHILE low <= size LOOP
        high := least(low + width - 1, size);
        WHILE high < size AND request[high + 1] = request[high] LOOP high := high + 1; END LOOP;
        target_high := target_low - 1;
        WHILE target_high < cardinality(target_item) AND target_item[target_high + 1] <= high LOOP
            target_high := target_high + 1;
        END LOOP;
        person_high := person_low - 1;
        WHILE person_high < cardinality(person_item) AND person_item[person_high + 1] <= high LOOP
            person_high := person_high + 1;
        END LOOP;
        answers := ARRAY(
            SELECT a::matiane.item_answer FROM matiane.check_items(
                case_id[low:high], expected[low:high], explicit[low:high],
                source[low:high], event_id[low:high], digest[low:high],
                ARRAY(SELECT t - low + 1 FROM unnest(target_item[target_low:target_high]) t),
                ARRAY(SELECT t - low + 1 FROM unnest(target_place[target_low:target_high]) t),
                target_source[target_low:target_high], target_event_id[target_low:target_high],
                ARRAY(SELECT p - low + 1 FROM unnest(person_item[person_low:person_high]) p),
                person[person_low:person_high], person_key[person_low:person_high]) a);
        clean := NOT EXISTS (SELECT FROM unnest(answers) a WHERE a.outcome NOT IN ('appended', 'duplicate'));
        IF NOT clean AND request[low] <> request[high] THEN
            -- Half of it, cut at the end of a request; or the first request when that is longer than half.
            high := low + (high - low) / 2;
            WHILE high > low AND request[high + 1] = request[high] LOOP high := high - 1; END LOOP;
            WHILE request[high + 1] = request[high] LOOP high := high + 1; END LOOP;
            width := high - low + 1;
            CONTINUE;
        END IF;
        IF NOT clean THEN
            RETURN QUERY SELECT CASE WHEN a.outcome IN ('appended', 'duplicate') THEN 'withheld' ELSE a.outcome END,
                                NULL::bigint, a.version, NULL::timestamptz, NULL::bytea, a.first_item
                         FROM unnest(answers) a;
        ELSE
            fresh := ARRAY(SELECT low + i.ord::int - 1 FROM unnest(answers) WITH ORDINALITY
                               AS i(outcome, position, version, recorded_at, chain, first_item, ord)
                           WHERE i.outcome = 'appended' ORDER BY i.ord);
            versions := ARRAY(SELECT a.version FROM unnest(answers) a WHERE a.outcome = 'appended');
            chains := '{}';
            IF cardinality(fresh) > 0 THEN
                chains := matiane.store_items(
                    head.position, head.chain, stamped,
                    ARRAY(SELECT case_id[f] FROM unnest(fresh) f), versions,
                    ARRAY(SELECT topic[f] FROM unnest(fresh) f), ARRAY(SELECT state[f] FROM unnest(fresh) f),
                    ARRAY(SELECT source[f] FROM unnest(fresh) f), ARRAY(SELECT event_id[f] FROM unnest(fresh) f),
                    ARRAY(SELECT digest[f] FROM unnest(fresh) f),
                    person[person_low:person_high], person_key[person_low:person_high]);
            END IF;
            RETURN QUERY
            SELECT a.outcome, coalesce(a.position, head.position + n.nth), coalesce(n.v, a.version),
                   coalesce(a.recorded_at, stamped), coalesce(a.chain, n.ch), a.first_item
            FROM unnest(answers) WITH ORDINALITY
                AS a(outcome, position, version, recorded_at, chain, first_item, ord)
            LEFT JOIN unnest(fresh, versions, chains) WITH ORDINALITY AS n(item, v, ch, nth)
                ON n.item = low + a.first_item - 1
            ORDER BY a.ord;
            IF cardinality(fresh) > 0 THEN
                head.position := head.position + cardinality(fresh);
                head.chain := chains[cardinality(chains)];
                grown := true;
            END IF;
        END IF;
        low := high + 1;
        target_low := target_high + 1;
        person_low := person_high + 1;
        width := width * 2;
    END LOOP;
    IF grown THEN
        UPDATE matiane.ledger_head h SET position = head.position, chain = head.chain, recorded_at = stamped;
        PERFORM pg_notify('matiane_event', head.position::text);
    END IF;
END
$$;

-- Destroys a person's key for ever; false when the person was never recorded. Waits for appends in
-- progress, so that nothing is sealed under the key afterwards.
CREATE FUNCTION matiane.destroy_person_key(who uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM FROM matiane.ledger_head FOR UPDATE;
    UPDATE matiane.person_key SET key = NULL, destroyed_at = coalesce(destroyed_at, clock_timestamp())
    WHERE person = who;
    RETURN FOUND;
END
$$;

-- Last position recorded at or before an instant; 0 when there is none. Positions are dense and their
-- times never fall, so halving finds it without an index of its own.
CREATE FUNCTION matiane.position_at(instant timestamptz) RETURNS bigint
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp SET enable_seqscan = off SET jit = off AS $$
DECLARE
    low bigint := 0;
    high bigint;
    middle bigint;
BEGIN
    SELECT coalesce(max(notification_id), 0) INTO high FROM matiane.event;
    WHILE low < high LOOP
        middle := (low + high + 1) / 2;
        IF (SELECT recorded_at <= instant FROM matiane.event WHERE notification_id = middle) THEN
            low := middle;
        ELSE
            high := middle - 1;
        END IF;
    END LOOP;
    RETURN low;
END
$$;

REVOKE ALL ON FUNCTION matiane.event_leaf, matiane.store_items, matiane.check_items, matiane.append_events,
    matiane.destroy_person_key, matiane.position_at FROM PUBLIC;
GRANT EXECUTE ON FUNCTION matiane.append_events, matiane.destroy_person_key, matiane.position_at
    TO matiane_service;
