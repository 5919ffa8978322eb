-- After the freeze only a recorded ruling makes a new frozen version beside the old (rules.md, "Scores"): complaints, who ruled on them
-- and how; and what each result was made from, so that a later change of any figure can be named.

-- One line for each unit (columns handed in) and each entry (its mark); the journal holds the SHA-256 of the text.
CREATE TABLE score_result_seal (
  year_id text NOT NULL,
  number  int  NOT NULL,
  entries text NOT NULL,
  PRIMARY KEY (year_id, number),
  FOREIGN KEY (year_id, number) REFERENCES score_result (year_id, number)
);
CREATE TRIGGER score_result_seal_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON score_result_seal
    FOR EACH STATEMENT EXECUTE FUNCTION score_refuse_change();

-- A unit asks for another figure on one line. What was asked for never changes; only state, outcome and what was told move on.
CREATE TABLE complaint (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  year_id    text NOT NULL REFERENCES cluster_year (id),
  unit       text NOT NULL,
  concerns   text NOT NULL,
  line       text NOT NULL,
  -- The frozen result that it is about, and what stands there.
  result     int  NOT NULL,
  points     numeric,
  bonus      numeric,
  count      int CHECK (count >= 0),
  grounds    text NOT NULL CHECK (grounds <> ''),
  filed_by   text NOT NULL,
  filed_at   timestamptz(6) NOT NULL,
  due_at     timestamptz(6) NOT NULL CHECK (due_at > filed_at),
  state      text NOT NULL CHECK (state IN ('OPEN', 'UPHELD', 'REJECTED', 'ENDED')),
  settled_at timestamptz(6),
  -- The frozen result that it led to.
  new_result int,
  overdue_at timestamptz(6),
  FOREIGN KEY (year_id, concerns) REFERENCES score_sheet (year_id, unit),
  FOREIGN KEY (year_id, result) REFERENCES score_result (year_id, number),
  FOREIGN KEY (year_id, new_result) REFERENCES score_result (year_id, number),
  CHECK (points IS NOT NULL OR bonus IS NOT NULL OR count IS NOT NULL),
  CHECK ((state = 'OPEN') = (settled_at IS NULL)),
  CHECK ((state = 'UPHELD') = (new_result IS NOT NULL))
);
CREATE UNIQUE INDEX complaint_open ON complaint (year_id, unit, concerns, line) WHERE state = 'OPEN';

CREATE FUNCTION complaint_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'UPDATE' OR OLD.state <> 'OPEN'
            OR (NEW.id, NEW.year_id, NEW.unit, NEW.concerns, NEW.line, NEW.result, NEW.grounds, NEW.filed_by, NEW.filed_at, NEW.due_at)
                IS DISTINCT FROM (OLD.id, OLD.year_id, OLD.unit, OLD.concerns, OLD.line, OLD.result, OLD.grounds, OLD.filed_by, OLD.filed_at, OLD.due_at)
            OR (NEW.points, NEW.bonus, NEW.count) IS DISTINCT FROM (OLD.points, OLD.bonus, OLD.count) THEN
        RAISE EXCEPTION 'A complaint stands as it was filed: % refused', TG_OP USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER complaint_stands BEFORE UPDATE OR DELETE ON complaint FOR EACH ROW EXECUTE FUNCTION complaint_stands();

-- Append-only: one ruling for each seat. Figures: what stands if it is upheld.
CREATE TABLE complaint_ruling (
  complaint_id bigint NOT NULL REFERENCES complaint (id),
  seat    text NOT NULL CHECK (seat IN ('LEADER', 'DEPUTY', 'STANDING_AGENCY')),
  upheld  boolean NOT NULL,
  points  numeric,
  bonus   numeric,
  count   int CHECK (count >= 0),
  reason  text NOT NULL CHECK (reason <> ''),
  by_whom text NOT NULL,
  party   text NOT NULL,
  at      timestamptz(6) NOT NULL DEFAULT thidua_now(),
  PRIMARY KEY (complaint_id, seat),
  CHECK (upheld = (points IS NOT NULL OR bonus IS NOT NULL OR count IS NOT NULL))
);
CREATE TRIGGER complaint_ruling_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON complaint_ruling
    FOR EACH STATEMENT EXECUTE FUNCTION score_refuse_change();
