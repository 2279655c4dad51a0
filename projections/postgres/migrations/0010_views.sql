-- What the questions read: a cache of judgements that can be thrown away and made again (see projections/).
-- All of it belongs to the service's role. A rebuild fills tables of the same shape in matiane_view_next and
-- then puts them in place; so keys are plain unique indexes, which are copied by their definition.

CREATE SCHEMA matiane_view AUTHORIZATION matiane_service;
CREATE SCHEMA matiane_view_next AUTHORIZATION matiane_service;
SET LOCAL ROLE matiane_service;

-- How far the rows follow the log. The shape is that of the event sourcing library's tracking table.
-- Whoever writes rows locks its row first, so there is one writer at a time.
CREATE TABLE matiane_view.tracking (
    application_name text PRIMARY KEY,
    notification_id bigint NOT NULL,
    fingerprint text                      -- of the law and the code that the rows were judged with
) WITH (fillfactor = 10);
INSERT INTO matiane_view.tracking VALUES ('views', 0, NULL);

-- A rebuild in progress: one row per range of cases. Written with the rows themselves, so it can be resumed.
CREATE TABLE matiane_view.rebuild (
    part integer PRIMARY KEY,
    fingerprint text NOT NULL,            -- of the law and the code that judge
    bound bigint NOT NULL,                -- events up to this position are taken
    as_of timestamptz NOT NULL,
    last_case_id text,                    -- the last case that is done; NULL before the first one
    upto_case_id text,                    -- the last case of this range; NULL for the end
    cases bigint NOT NULL DEFAULT 0,
    events bigint NOT NULL DEFAULT 0,
    done boolean NOT NULL DEFAULT false
);

CREATE TABLE matiane_view.case_status (
    case_id text COLLATE "C" NOT NULL,
    kind text NOT NULL,
    requesting text,
    requested text,
    procedure text,
    status text NOT NULL,
    since timestamptz,
    final boolean NOT NULL,
    next_check timestamptz,               -- earliest instant at which anything can change without a new event
    next_due timestamptz,                 -- first instant that is late, of the duty that is due next
    incomplete text,                      -- why the case cannot be judged; NULL when it can
    gaps text[] NOT NULL,                 -- codes of contradictions and missing facts
    open_count integer NOT NULL,
    overdue_count integer NOT NULL,       -- not done, and late under every reading
    deviation_count integer NOT NULL,
    review_count integer NOT NULL,
    contested_count integer NOT NULL,
    undetermined_count integer NOT NULL,
    first_at timestamptz,                 -- when the first and the last fact occurred
    last_at timestamptz,
    events integer NOT NULL,
    "position" bigint NOT NULL            -- of the last event of the case
);
CREATE UNIQUE INDEX case_status_key ON matiane_view.case_status (case_id);
CREATE INDEX case_status_due ON matiane_view.case_status (next_check) WHERE next_check IS NOT NULL;
CREATE INDEX case_status_incomplete ON matiane_view.case_status (case_id) WHERE incomplete IS NOT NULL;
CREATE INDEX case_status_status ON matiane_view.case_status (status, case_id);

-- Norms that were triggered and bind. What follows from the norm alone (provision, clock, severity, bearer)
-- is read from the law.
CREATE TABLE matiane_view.obligation (
    "position" bigint NOT NULL,           -- of the event that triggered it
    norm text COLLATE "C" NOT NULL,
    case_id text COLLATE "C" NOT NULL,
    trigger_type text NOT NULL,
    trigger_at timestamptz NOT NULL,
    status text NOT NULL,
    beneath text,                         -- what would be held without waiver, excuse or doubt about the text
    contested boolean NOT NULL,
    due_at timestamptz,                   -- first instant that is late, under the reading that ships
    warn_at timestamptz,                  -- ... under the strictest reading
    breach_at timestamptz,                -- ... under every reading
    next_check timestamptz,
    done_at timestamptz                   -- the instant that counts as performance
);
CREATE UNIQUE INDEX obligation_key ON matiane_view.obligation ("position", norm);
CREATE INDEX obligation_case ON matiane_view.obligation (case_id);
CREATE INDEX obligation_norm ON matiane_view.obligation (norm, status);
CREATE INDEX obligation_due ON matiane_view.obligation (due_at, "position", norm)
    WHERE due_at IS NOT NULL AND done_at IS NULL;
CREATE INDEX obligation_deviation ON matiane_view.obligation (coalesce(due_at, trigger_at), "position", norm)
    WHERE status IN ('breached', 'fulfilled_late', 'review');
CREATE INDEX obligation_contested ON matiane_view.obligation ("position", norm) WHERE contested;

-- One row per readmission case in which an application is known; what the statistics count.
CREATE TABLE matiane_view.application (
    case_id text COLLATE "C" NOT NULL,
    requesting text,
    requested text,
    procedure text NOT NULL,
    submitted_at timestamptz NOT NULL,    -- of the receipt, where the application itself was not recorded
    decision text,                        -- accepted, refused, contradictory; NULL without a reply
    replied_at timestamptz,
    silent_since timestamptz,             -- consent by silence
    silence_verified boolean NOT NULL,
    withdrawn boolean NOT NULL,
    transferred_at timestamptz
);
CREATE UNIQUE INDEX application_key ON matiane_view.application (case_id);
CREATE INDEX application_submitted ON matiane_view.application (submitted_at);

-- Consents by silence.
CREATE TABLE matiane_view.statement (
    case_id text COLLATE "C" NOT NULL,
    norm text NOT NULL,
    receipt bigint NOT NULL,              -- position of the receipt from which the limit ran
    since timestamptz NOT NULL,
    verified boolean NOT NULL,
    late_reply_at timestamptz,
    challenged_at timestamptz,
    accepted_at timestamptz
);
CREATE UNIQUE INDEX statement_key ON matiane_view.statement (case_id);

-- Contradictions, and facts that must have happened and were not recorded.
CREATE TABLE matiane_view.gap (
    case_id text COLLATE "C" NOT NULL,
    number integer NOT NULL,
    code text NOT NULL,
    positions bigint[] NOT NULL           -- of the events that show it
);
CREATE UNIQUE INDEX gap_key ON matiane_view.gap (case_id, number);
CREATE INDEX gap_code ON matiane_view.gap (code, case_id);

-- Events that stopped their case.
CREATE TABLE matiane_view.parked (
    case_id text COLLATE "C" NOT NULL,
    "position" bigint NOT NULL,
    version bigint NOT NULL,
    reason text NOT NULL
);
CREATE UNIQUE INDEX parked_key ON matiane_view.parked (case_id, "position");

-- What an event can be found by, beyond the columns of the log. Holds no personal data.
CREATE TABLE matiane_view.event_search (
    "position" bigint NOT NULL,
    case_id text COLLATE "C" NOT NULL,
    type text COLLATE "C",                -- NULL where the event cannot be read
    source text COLLATE "C",
    occurred_at timestamptz,
    office text COLLATE "C",
    correlation text COLLATE "C"
);
CREATE UNIQUE INDEX event_search_key ON matiane_view.event_search ("position");
CREATE INDEX event_search_case ON matiane_view.event_search (case_id, "position");
CREATE INDEX event_search_type ON matiane_view.event_search (type, "position");
CREATE INDEX event_search_source ON matiane_view.event_search (source, "position");
CREATE INDEX event_search_correlation ON matiane_view.event_search (correlation, "position")
    WHERE correlation IS NOT NULL;

RESET ROLE;
