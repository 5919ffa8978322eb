-- Files: bytes lie in the store under their hash, once; what was handed in, when, by whom and what became of it lies here.

CREATE TABLE stored_file (
  sha256    text PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  size      bigint NOT NULL CHECK (size > 0),
  type      text NOT NULL,
  stored_at timestamptz(6) NOT NULL DEFAULT thidua_now()
);

-- One file handed in for one thing that a duty asks for. Nothing is ever deleted: a newer version or a withdrawal changes the
-- state. The row is its receipt; received_at is when the last byte was stored, by the database's clock (rules.md, "Deadlines").
CREATE TABLE submission (
  id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  receipt          text NOT NULL UNIQUE,
  duty_id          bigint NOT NULL REFERENCES duty (id),
  slot             text NOT NULL,
  name             text NOT NULL,
  sha256           text NOT NULL REFERENCES stored_file (sha256),
  received_at      timestamptz(6) NOT NULL,
  measured_against timestamptz(6) NOT NULL,
  in_time          boolean NOT NULL,
  by_whom          text NOT NULL,
  replaces         bigint REFERENCES submission (id),
  state            text NOT NULL DEFAULT 'CURRENT' CHECK (state IN ('CURRENT', 'REPLACED', 'WITHDRAWN')),
  state_at         timestamptz(6),
  state_by         text,
  state_reason     text,
  -- The citation as the unit has confirmed it; until then the text of the file proposes one (in facts).
  number           text,
  issued           date,
  issuer           text,
  confirmed_by     text,
  confirmed_at     timestamptz(6),
  -- What the examination found (FileFacts), against which anchors, and the verdict on it.
  facts            jsonb,
  anchors          text,
  examined_at      timestamptz(6),
  verdict          text,
  reasons          jsonb NOT NULL DEFAULT '[]',
  not_examined     jsonb NOT NULL DEFAULT '[]',
  -- LATE was ruled to be let in: the verdict is then about everything else.
  let_in           boolean NOT NULL DEFAULT false,
  ruling           text CHECK (ruling IN ('ACCEPTED', 'REFUSED')),
  ruled_at         timestamptz(6),
  mailed_at        timestamptz(6)
);
CREATE INDEX submission_duty ON submission (duty_id, slot);
CREATE INDEX submission_unexamined ON submission (id) WHERE examined_at IS NULL;
CREATE INDEX submission_unmailed ON submission (duty_id) WHERE mailed_at IS NULL;
CREATE INDEX submission_file ON submission (sha256);

-- An upload under way. Ended ones stay for a while, so that a browser that lost its connection at the end learns what became of it.
CREATE TABLE upload (
  id               uuid PRIMARY KEY,
  duty_id          bigint NOT NULL REFERENCES duty (id),
  slot             text NOT NULL,
  name             text NOT NULL,
  size             bigint NOT NULL CHECK (size > 0),
  replaces         bigint REFERENCES submission (id),
  by_whom          text NOT NULL,
  begun_at         timestamptz(6) NOT NULL DEFAULT thidua_now(),
  touched_at       timestamptz(6) NOT NULL DEFAULT thidua_now(),
  -- Set with the last byte; from then on nothing depends on the browser any more.
  received_at      timestamptz(6),
  measured_against timestamptz(6),
  in_time          boolean,
  -- Set when it has been screened, just before the store takes the bytes over.
  sha256           text,
  type             text,
  ending_since     timestamptz(6),
  submission_id    bigint REFERENCES submission (id),
  refused          text
);
CREATE INDEX upload_duty ON upload (duty_id);

-- "Không bổ sung": the answer that a unit has nothing to add for one line; taking it back deletes the row, the journal keeps both.
CREATE TABLE declined_slot (
  duty_id bigint NOT NULL REFERENCES duty (id),
  slot    text NOT NULL,
  by_whom text NOT NULL,
  at      timestamptz(6) NOT NULL DEFAULT thidua_now(),
  PRIMARY KEY (duty_id, slot)
);

-- A form begun and not yet handed in. It is no receipt (rules.md, "Deadlines").
CREATE TABLE hand_in_draft (
  duty_id bigint PRIMARY KEY REFERENCES duty (id),
  answers jsonb NOT NULL,
  by_whom text NOT NULL,
  at      timestamptz(6) NOT NULL DEFAULT thidua_now()
);

-- One seat's ruling on a file (rules.md, "Ruling"); never changed.
CREATE TABLE ruling (
  submission_id bigint NOT NULL REFERENCES submission (id),
  seat          text NOT NULL CHECK (seat IN ('LEADER', 'DEPUTY', 'STANDING_AGENCY')),
  -- Which question: whether a late file is let in, or whether a file is accepted.
  question      text NOT NULL CHECK (question IN ('LATE', 'FILE')),
  by_whom       text NOT NULL,
  accepted      boolean NOT NULL,
  reason        text NOT NULL,
  at            timestamptz(6) NOT NULL DEFAULT thidua_now(),
  PRIMARY KEY (submission_id, question, seat)
);
