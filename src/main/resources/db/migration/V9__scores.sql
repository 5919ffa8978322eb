-- Scores (rules.md, "Scores"): the criteria table in its versions, and every figure with who set it, when, why and what stood before.

CREATE TABLE criteria_table (
  year_id   text NOT NULL REFERENCES cluster_year (id),
  version   int  NOT NULL CHECK (version > 0),
  state     text NOT NULL CHECK (state IN ('DRAFT', 'ISSUED', 'CLOSED')),
  source    text NOT NULL CHECK (source IN ('PLAN', 'LAST_YEAR', 'WORKBOOK')),
  content   jsonb NOT NULL,
  reason    text NOT NULL DEFAULT '',
  by_whom   text NOT NULL,
  at        timestamptz(6) NOT NULL DEFAULT thidua_now(),
  issued_by text,
  issued_at timestamptz(6),
  PRIMARY KEY (year_id, version),
  CHECK ((issued_by IS NULL) = (issued_at IS NULL) AND (state <> 'ISSUED' OR issued_at IS NOT NULL))
);
CREATE UNIQUE INDEX criteria_table_draft ON criteria_table (year_id) WHERE state = 'DRAFT';
CREATE UNIQUE INDEX criteria_table_issued ON criteria_table (year_id) WHERE state = 'ISSUED';

-- Issued means locked: what was issued only ever closes.
CREATE FUNCTION criteria_table_locked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.state <> 'DRAFT' AND (TG_OP = 'DELETE' OR NEW.content <> OLD.content OR NEW.state = 'DRAFT'
            OR OLD.state = 'CLOSED' AND NEW.state <> 'CLOSED') THEN
        RAISE EXCEPTION 'A criteria table that was issued is locked: % refused', TG_OP USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END
$$;
CREATE TRIGGER criteria_table_locked BEFORE UPDATE OR DELETE ON criteria_table FOR EACH ROW EXECUTE FUNCTION criteria_table_locked();

-- One sheet for each member, made when the table is issued; version: the table that its figures now stand under.
CREATE TABLE score_sheet (
  year_id text NOT NULL REFERENCES cluster_year (id),
  unit    text NOT NULL,
  version int  NOT NULL,
  at      timestamptz(6) NOT NULL DEFAULT thidua_now(),
  PRIMARY KEY (year_id, unit),
  FOREIGN KEY (year_id, version) REFERENCES criteria_table (year_id, version)
);

-- One order for figures and notes, so that whoever follows asks for what came after a number.
CREATE SEQUENCE score_change;

-- Append-only. What stands in a cell is the entry that no other replaces; an entry is replaced once, so nobody overwrites what they
-- have not seen. All figures empty: the cell was cleared.
CREATE TABLE score_entry (
  id       bigint PRIMARY KEY DEFAULT nextval('score_change'),
  year_id  text NOT NULL,
  unit     text NOT NULL,
  line     text NOT NULL,
  col      text NOT NULL CHECK (col IN ('SELF', 'LEADER', 'DEPUTY', 'AGREED')),
  version  int  NOT NULL,
  points   numeric,
  bonus    numeric,
  count    int CHECK (count >= 0),
  reason   text NOT NULL DEFAULT '',
  by_whom  text NOT NULL,
  party    text NOT NULL,
  at       timestamptz(6) NOT NULL DEFAULT thidua_now(),
  act      text NOT NULL CHECK (act IN ('SET', 'CARRIED', 'FELL_AWAY', 'PROPOSED', 'UNDONE')),
  replaces bigint UNIQUE REFERENCES score_entry (id),
  FOREIGN KEY (year_id, unit) REFERENCES score_sheet (year_id, unit)
);
CREATE UNIQUE INDEX score_entry_first ON score_entry (year_id, unit, line, col) WHERE replaces IS NULL;
CREATE INDEX score_entry_cell ON score_entry (year_id, unit, line, col, id);
CREATE INDEX score_entry_year ON score_entry (year_id, id);

-- What is said about a line, and whether evidence may still be supplied for it (MARKED, UNMARKED: the last one counts).
CREATE TABLE score_note (
  id      bigint PRIMARY KEY DEFAULT nextval('score_change'),
  year_id text NOT NULL,
  unit    text NOT NULL,
  line    text NOT NULL,
  kind    text NOT NULL CHECK (kind IN ('EXPLANATION', 'OBJECTION', 'MARKED', 'UNMARKED')),
  text    text NOT NULL,
  by_whom text NOT NULL,
  party   text NOT NULL,
  at      timestamptz(6) NOT NULL DEFAULT thidua_now(),
  FOREIGN KEY (year_id, unit) REFERENCES score_sheet (year_id, unit)
);
CREATE INDEX score_note_year ON score_note (year_id, id);

CREATE FUNCTION score_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Scores are append-only: % refused', TG_OP USING ERRCODE = 'integrity_constraint_violation';
END
$$;
CREATE TRIGGER score_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON score_entry
    FOR EACH STATEMENT EXECUTE FUNCTION score_refuse_change();
CREATE TRIGGER score_note_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON score_note
    FOR EACH STATEMENT EXECUTE FUNCTION score_refuse_change();

-- An officer who may not appraise a unit although their office does (declared by themselves), and who does it instead.
CREATE TABLE score_conflict (
  year_id     text NOT NULL REFERENCES cluster_year (id),
  unit        text NOT NULL,
  party       text NOT NULL,
  person      text NOT NULL,
  reason      text NOT NULL,
  replacement text NOT NULL,
  at          timestamptz(6) NOT NULL DEFAULT thidua_now(),
  PRIMARY KEY (year_id, unit, person)
);

-- Results: provisional at the meeting's end, frozen by two people; a ruling makes a new one beside the old. hash: SHA-256 of content.
CREATE TABLE score_result (
  year_id  text NOT NULL REFERENCES cluster_year (id),
  number   int  NOT NULL CHECK (number > 0),
  kind     text NOT NULL CHECK (kind IN ('PROVISIONAL', 'FROZEN')),
  content  text NOT NULL,
  hash     text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
  stand    bigint NOT NULL,
  reason   text NOT NULL DEFAULT '',
  by_whom  text NOT NULL,
  at       timestamptz(6) NOT NULL DEFAULT thidua_now(),
  PRIMARY KEY (year_id, number)
);
CREATE TRIGGER score_result_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON score_result
    FOR EACH STATEMENT EXECUTE FUNCTION score_refuse_change();
