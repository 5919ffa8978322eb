-- A cluster year, its plan as uploaded, its milestones as they stand now, what each party owes, and every receipt.

CREATE TABLE cluster_year (
  id           text PRIMARY KEY,
  name         text NOT NULL,
  status       text NOT NULL CHECK (status IN ('RUNNING', 'CANCELLED', 'CLOSED')),
  plan_version int  NOT NULL,
  started_by   text NOT NULL,
  started_at   timestamptz(6) NOT NULL DEFAULT thidua_now(),
  ended_at     timestamptz(6),
  end_reason   text
);

CREATE TABLE plan_version (
  year_id     text NOT NULL REFERENCES cluster_year (id),
  version     int  NOT NULL,
  yaml        text NOT NULL,
  uploaded_by text NOT NULL,
  uploaded_at timestamptz(6) NOT NULL DEFAULT thidua_now(),
  PRIMARY KEY (year_id, version)
);

-- The dates in force: copied from the plan at the start, moved afterwards. The kind is kept beside the instant (rules.md, "Deadlines").
CREATE TABLE milestone (
  year_id       text NOT NULL REFERENCES cluster_year (id),
  code          text NOT NULL,
  opens_at      timestamptz(6),
  deadline_kind text,
  deadline_date date,
  deadline_time time,
  limit_at      timestamptz(6),
  at            timestamptz(6),
  planned_end   timestamptz(6),
  ended_at      timestamptz(6),
  holding       int NOT NULL DEFAULT 1,
  PRIMARY KEY (year_id, code)
);

CREATE TABLE duty (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  key         text NOT NULL UNIQUE,
  year_id     text NOT NULL REFERENCES cluster_year (id),
  type        text NOT NULL,
  code        text NOT NULL,
  party       text NOT NULL,
  subject     text NOT NULL DEFAULT '',
  opened_at   timestamptz(6) NOT NULL,
  deadline_at timestamptz(6) NOT NULL,
  mend_until  timestamptz(6),
  state       text NOT NULL CHECK (state IN ('OPEN', 'DELIVERED', 'ACCEPTED', 'DECLINED', 'PENDING_PAPER', 'CLOSED')),
  outcome     text,
  outcome_at  timestamptz(6),
  detail      jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX duty_cut_off ON duty (year_id, type, state);

CREATE SEQUENCE receipt_number;

-- Nothing is ever deleted: a withdrawn or returned receipt stays on record; the last valid one counts.
CREATE TABLE receipt (
  id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  number           text NOT NULL UNIQUE,
  duty_id          bigint NOT NULL REFERENCES duty (id),
  received_at      timestamptz(6) NOT NULL,
  measured_against timestamptz(6) NOT NULL,
  in_time          boolean NOT NULL,
  declined         boolean NOT NULL,
  by_whom          text NOT NULL,
  answers          jsonb NOT NULL,
  settled          text CHECK (settled IN ('ACCEPTED', 'RETURNED', 'WITHDRAWN')),
  settled_at       timestamptz(6),
  settled_by       text,
  settled_reason   text
);
CREATE INDEX receipt_duty ON receipt (duty_id);

-- What a unit proposes for an award; its dossier, confirmation and vote hang on it.
CREATE TABLE nomination (
  id       text NOT NULL,
  year_id  text NOT NULL REFERENCES cluster_year (id),
  unit     text NOT NULL,
  kind     text NOT NULL CHECK (kind IN ('COLLECTIVE', 'INDIVIDUAL')),
  nominee  text NOT NULL,
  award    text NOT NULL,
  state    text NOT NULL CHECK (state IN ('PROPOSED', 'CARRIED', 'NOT_CARRIED', 'NOT_HELD', 'WITHDRAWN')),
  votes    int,
  present  int,
  reason   text,
  PRIMARY KEY (year_id, id)
);

-- Facts of the year that later steps depend on: the criteria table in force, the freeze, the leaders proposed for next year.
CREATE TABLE year_fact (
  year_id text NOT NULL REFERENCES cluster_year (id),
  name    text NOT NULL,
  value   jsonb NOT NULL,
  at      timestamptz(6) NOT NULL DEFAULT thidua_now(),
  PRIMARY KEY (year_id, name)
);
