-- A unit asks a department outside the cluster for figures or evidence (S1-08): what was asked, until when, how it stands, and everything that happened.

CREATE TABLE data_request (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  year_id         text NOT NULL REFERENCES cluster_year (id),
  unit            text NOT NULL,
  lines           text[] NOT NULL,
  supplier        text NOT NULL CHECK (supplier <> ''),
  supplier_email  text,
  question        text NOT NULL CHECK (question <> ''),
  due_at          timestamptz(6) NOT NULL,
  -- Since when the officers have it: asked, or given back by the head.
  open_since      timestamptz(6) NOT NULL,
  state           text NOT NULL CHECK (state IN ('ASKED', 'ANSWERED', 'OBSTACLE', 'SETTLED', 'CANCELLED')),
  asked_by        text NOT NULL,
  asked_at        timestamptz(6) NOT NULL,
  -- Since when it lies with the head.
  raised_at       timestamptz(6),
  answer          text,
  document_number text,
  document_date   date,
  answered_at     timestamptz(6),
  CHECK ((state = 'ANSWERED') = (answer IS NOT NULL AND answered_at IS NOT NULL)),
  CHECK (state <> 'OBSTACLE' OR raised_at IS NOT NULL)
);
CREATE INDEX data_request_unit ON data_request (year_id, unit);

CREATE TABLE data_request_event (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  request_id bigint NOT NULL REFERENCES data_request (id),
  at         timestamptz(6) NOT NULL DEFAULT thidua_now(),
  by_whom    text NOT NULL,
  act        text NOT NULL CHECK (act IN
    ('ASKED', 'REMINDED', 'ANSWERED', 'OBSTACLE', 'DUE', 'EXTENDED', 'RETURNED', 'CLOSED', 'CANCELLED', 'YEAR_ENDED')),
  detail     text NOT NULL DEFAULT '',
  -- The deadline in force from this event on.
  due_at     timestamptz(6) NOT NULL
);
CREATE INDEX data_request_event_request ON data_request_event (request_id);

CREATE FUNCTION data_request_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The history of requests is append-only: % refused', TG_OP USING ERRCODE = 'integrity_constraint_violation';
END
$$;
CREATE TRIGGER data_request_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON data_request_event
    FOR EACH STATEMENT EXECUTE FUNCTION data_request_refuse_change();
