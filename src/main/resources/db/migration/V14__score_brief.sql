-- What a unit prepares for its leaders (S1-21) and for the conference (S3-01); both append-only, as figures are: what stands is the row
-- that no other replaces.

-- What the unit means to object to in the meeting, one text a line; an empty one takes it back. note: the objection that came of it.
CREATE TABLE score_brief (
  id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  year_id  text NOT NULL,
  unit     text NOT NULL,
  line     text NOT NULL,
  text     text NOT NULL,
  note     bigint REFERENCES score_note (id),
  by_whom  text NOT NULL,
  at       timestamptz(6) NOT NULL DEFAULT thidua_now(),
  replaces bigint UNIQUE REFERENCES score_brief (id),
  FOREIGN KEY (year_id, unit) REFERENCES score_sheet (year_id, unit)
);
CREATE UNIQUE INDEX score_brief_first ON score_brief (year_id, unit, line) WHERE replaces IS NULL;
CREATE TRIGGER score_brief_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON score_brief
    FOR EACH STATEMENT EXECUTE FUNCTION score_refuse_change();

-- What came of a pledge's target; target: its number in the pledge. No value: taken back.
CREATE TABLE pledge_result (
  id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  year_id  text NOT NULL REFERENCES cluster_year (id),
  unit     text NOT NULL,
  target   int  NOT NULL CHECK (target BETWEEN 1 AND 5),
  value    numeric,
  remark   text NOT NULL DEFAULT '',
  by_whom  text NOT NULL,
  at       timestamptz(6) NOT NULL DEFAULT thidua_now(),
  replaces bigint UNIQUE REFERENCES pledge_result (id)
);
CREATE UNIQUE INDEX pledge_result_first ON pledge_result (year_id, unit, target) WHERE replaces IS NULL;
CREATE TRIGGER pledge_result_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON pledge_result
    FOR EACH STATEMENT EXECUTE FUNCTION score_refuse_change();

-- What the leader's province or another superior has directed, which the conference's summary rests on. No summary: taken back.
CREATE TABLE superior_direction (
  id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  year_id  text NOT NULL REFERENCES cluster_year (id),
  issuer   text NOT NULL,
  number   text NOT NULL,
  day      date,
  summary  text NOT NULL,
  by_whom  text NOT NULL,
  at       timestamptz(6) NOT NULL DEFAULT thidua_now(),
  replaces bigint UNIQUE REFERENCES superior_direction (id)
);
CREATE INDEX superior_direction_year ON superior_direction (year_id, id);
CREATE TRIGGER superior_direction_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON superior_direction
    FOR EACH STATEMENT EXECUTE FUNCTION score_refuse_change();
