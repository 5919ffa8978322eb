-- The one clock. In service it is the database's own; only databases of rehearsals, tests and of a try-out whose past
-- is being made replace this function. Never now(): that is the start of the transaction.
CREATE FUNCTION thidua_now() RETURNS timestamptz LANGUAGE sql VOLATILE AS 'SELECT clock_timestamp()';

-- Who did what, for which unit, when, what changed and why. Append-only; timeline.json is written from it.
CREATE TABLE journal (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    year_id text           NOT NULL,
    at      timestamptz(6) NOT NULL DEFAULT thidua_now(),
    event   text           NOT NULL,
    duty    text,
    unit    text,
    by_whom text           NOT NULL,
    detail  jsonb          NOT NULL DEFAULT '{}'
);

CREATE INDEX journal_in_order ON journal (year_id, at, id);

CREATE FUNCTION journal_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The journal is append-only: % refused', TG_OP USING ERRCODE = 'integrity_constraint_violation';
END
$$;

CREATE TRIGGER journal_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON journal
    FOR EACH STATEMENT EXECUTE FUNCTION journal_refuse_change();
