-- What a case of state protocol is about: it has no two States, and lists must say more than its id.
-- The rows of older cases stay as they are: nothing that they hold changes.
SET LOCAL ROLE matiane_service;
ALTER TABLE matiane_view.case_status
    ADD COLUMN foreign_state text,        -- the State whose guest comes, or to which the President goes
    ADD COLUMN category text,             -- of a visit; form of a ceremony
    ADD COLUMN rank text;                 -- of the guest
CREATE INDEX case_status_kind ON matiane_view.case_status (kind, case_id);
RESET ROLE;
