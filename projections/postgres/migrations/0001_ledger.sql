-- The log: one table of events that nobody may change, its head, and the keys of persons.

CREATE SCHEMA IF NOT EXISTS matiane;

-- The role belongs to the whole cluster: another database may be creating it at this very moment.
DO $$
BEGIN
    FOR attempt IN 1..20 LOOP
        BEGIN
            IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'matiane_service') THEN
                CREATE ROLE matiane_service NOLOGIN;
            END IF;
            IF NOT (SELECT rolsuper FROM pg_catalog.pg_roles WHERE rolname = current_user) THEN
                EXECUTE format('GRANT matiane_service TO %I', current_user);
            END IF;
            RETURN;
        EXCEPTION WHEN duplicate_object OR unique_violation OR internal_error THEN
            IF attempt = 20 THEN RAISE; END IF;
            PERFORM pg_catalog.pg_sleep(0.05);
        END;
    END LOOP;
END
$$;

-- The first five columns are those of the event sourcing library. state holds the record itself:
-- bytes that are hashed and never parsed here. Ids sort by bytes, so that no locale and no update of
-- the operating system can reorder an index.
CREATE TABLE matiane.event (
    originator_id text COLLATE "C" NOT NULL,  -- case id
    originator_version bigint NOT NULL,       -- place in the case
    topic text COLLATE "C" NOT NULL,          -- event type and schema version
    state bytea NOT NULL,
    notification_id bigint NOT NULL,          -- position: dense, from 1
    recorded_at timestamptz NOT NULL,         -- never falls as positions rise
    source text COLLATE "C" NOT NULL,
    event_id text COLLATE "C" NOT NULL,
    digest bytea NOT NULL,                    -- content to which (source, event_id) is bound for ever
    chain bytea NOT NULL CHECK (octet_length(chain) = 32),
    PRIMARY KEY (originator_id, originator_version),
    UNIQUE (notification_id),
    UNIQUE (source, event_id)
) WITH (autovacuum_analyze_threshold = 1000, autovacuum_analyze_scale_factor = 0.02);

-- One row. Whoever appends locks it; so positions are committed in their order.
CREATE TABLE matiane.ledger_head (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    position bigint NOT NULL,
    chain bytea NOT NULL,
    recorded_at timestamptz NOT NULL
) WITH (fillfactor = 10, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_scale_factor = 0);
INSERT INTO matiane.ledger_head (position, chain, recorded_at)
VALUES (0, decode(repeat('00', 32), 'hex'), 'epoch');

CREATE TABLE matiane.case_head (
    case_id text COLLATE "C" PRIMARY KEY,
    version bigint NOT NULL,
    position bigint NOT NULL              -- of the last event of the case
) WITH (fillfactor = 80);

-- Dead versions of a destroyed key must not linger: this table is vacuumed after every change.
CREATE TABLE matiane.person_key (
    person uuid PRIMARY KEY,
    key bytea CHECK (octet_length(key) = 32),
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    destroyed_at timestamptz,
    CHECK ((key IS NULL) = (destroyed_at IS NOT NULL))
) WITH (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0);

CREATE FUNCTION matiane.refuse_change() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION '% on %.% is refused: the ledger is append-only', tg_op, tg_table_schema, tg_table_name
        USING ERRCODE = 'insufficient_privilege', HINT = 'Record a correction or a retraction instead.';
END
$$;

CREATE TRIGGER event_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON matiane.event
    FOR EACH STATEMENT EXECUTE FUNCTION matiane.refuse_change();
ALTER TABLE matiane.event ENABLE ALWAYS TRIGGER event_is_append_only;
CREATE TRIGGER head_stays BEFORE DELETE OR TRUNCATE ON matiane.ledger_head
    FOR EACH STATEMENT EXECUTE FUNCTION matiane.refuse_change();
ALTER TABLE matiane.ledger_head ENABLE ALWAYS TRIGGER head_stays;

REVOKE ALL ON FUNCTION matiane.refuse_change() FROM PUBLIC;
GRANT USAGE ON SCHEMA matiane TO matiane_service;
GRANT SELECT ON matiane.event, matiane.ledger_head, matiane.case_head, matiane.person_key TO matiane_service;
